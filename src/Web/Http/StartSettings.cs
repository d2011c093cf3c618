using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Modules;

namespace Parelmuur.Web.Http;

/// <summary>The settings that decide whether and where the site can start, with a clear message when it cannot.</summary>
internal static class StartSettings
{
    private const int DefaultPort = 5342;

    /// <summary>The port on localhost.</summary>
    [Setting(Default = DefaultPort)]
    private const string Port = "PORT";

    /// <summary>Full addresses to listen on, instead of PORT, with a semicolon between: http://127.0.0.1:5342.</summary>
    [Setting(Otherwise = "localhost, on `PORT`")]
    private const string Addresses = "URLS";

    /// <summary>Ports to listen on for everyone, instead of PORT, as the container image does with 8080.</summary>
    [Setting(Otherwise = "localhost, on `PORT`")]
    private const string EveryonesPorts = "HTTP_PORTS";

    /// <summary>The names under which the site answers, with a semicolon between; health addresses too.</summary>
    [Setting(Default = "*")]
    private const string Hosts = "AllowedHosts";

    /// <summary>How much the site tells of itself: Warning, Information, Debug. The part after LogLevel may name a piece of the code.</summary>
    [Setting("Logging:LogLevel:Default", Default = "Warning")]
    private const string LogLevel = "Logging:LogLevel";

    /// <summary>A folder with samples to load at the start.</summary>
    [Setting(Otherwise = "no samples")]
    private const string Samples = "Samples";

    /// <summary>Reads secrets from files, and listens on the port in PORT, or 5342, unless addresses are set the usual way.</summary>
    public static void AddStartSettings(this ConfigurationManager configuration)
    {
        configuration.AddSecretFiles();
        if (configuration[Addresses] is null && configuration[EveryonesPorts] is null)
            configuration[Addresses] = $"http://localhost:{configuration[Port] ?? $"{DefaultPort}"}";
    }

    /// <summary>Where the site listens.</summary>
    public static IEnumerable<string> ListenAddresses(this IConfiguration configuration) =>
        configuration[Addresses] is { Length: > 0 } addresses
            ? addresses.Split(';', StringSplitOptions.RemoveEmptyEntries)
            : (configuration[EveryonesPorts] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(port => $"http://*:{port}");

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
        configuration[Samples] is { Length: > 0 } folder && Directory.Exists(folder) ? new DirectoryInfo(folder) : null;

    /// <summary>Says in plain words why the site cannot start, or null when the error is of another kind.</summary>
    public static string? Explain(Exception error, IConfiguration configuration) => error switch
    {
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
            $"De poort is al in gebruik: {configuration[Addresses]}. Kies een andere, bijvoorbeeld: PORT=5343 script/run",
        UnauthorizedAccessException or IOException =>
            $"De map voor de gegevens is niet te schrijven. {error.Message}",
        OptionsValidationException wrong => string.Join(Environment.NewLine, wrong.Failures),
        SqliteException sqlite => $"De database is niet te openen. {sqlite.Message}",
        Npgsql.NpgsqlException postgres => $"De database antwoordt niet. {postgres.Message}",
        _ => null,
    };
}
