using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Parelmuur.Kernel.Data;

namespace Parelmuur.Web.Http;

/// <summary>The settings that decide whether and where the site can start, with a clear message when it cannot.</summary>
internal static class StartSettings
{
    private const int DefaultPort = 5342;

    /// <summary>Listens on the port in PORT, or 5342, unless addresses are set the usual way.</summary>
    public static void AddStartSettings(this ConfigurationManager configuration)
    {
        if (configuration["URLS"] is null && configuration["HTTP_PORTS"] is null)
            configuration["URLS"] = $"http://localhost:{configuration["PORT"] ?? $"{DefaultPort}"}";
    }

    /// <summary>The connection string of the house; makes the folder of an SQLite file when it is missing.</summary>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public static string PlatformConnection(this IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString(Provider.ConnectionName)
            ?? throw new InvalidOperationException($"Stel de verbinding in: ConnectionStrings:{Provider.ConnectionName}.");
        if (!Provider.IsPostgres(connection)
            && Path.GetDirectoryName(new SqliteConnectionStringBuilder(connection).DataSource) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, ".schrijfproef"), "");
            File.Delete(Path.Combine(folder, ".schrijfproef"));
        }

        return connection;
    }

    /// <summary>The folder with samples, or null when the site starts without.</summary>
    public static DirectoryInfo? SampleFolder(this IConfiguration configuration) =>
        configuration["Samples"] is { Length: > 0 } folder && Directory.Exists(folder) ? new DirectoryInfo(folder) : null;

    /// <summary>Says in plain words why the site cannot start, or null when the error is of another kind.</summary>
    public static string? Explain(Exception error, IConfiguration configuration) => error switch
    {
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
            $"De poort is al in gebruik: {configuration["URLS"]}. Kies een andere, bijvoorbeeld: PORT=5343 script/run",
        UnauthorizedAccessException or IOException =>
            $"De map voor de gegevens is niet te schrijven. {error.Message}",
        OptionsValidationException wrong => string.Join(Environment.NewLine, wrong.Failures),
        SqliteException sqlite => $"De database is niet te openen. {sqlite.Message}",
        Npgsql.NpgsqlException postgres => $"De database antwoordt niet. {postgres.Message}",
        _ => null,
    };
}
