using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel;
using Parelmuur.Kernel.Backups;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.Modules;
using Parelmuur.Migrations;

namespace Parelmuur.Cli;

/// <summary>The same rooms as the site, without the web: on the same database, brought up to date first.</summary>
internal sealed class House(ServiceProvider services) : IAsyncDisposable
{
    private const string DefaultConnection = "Data Source=data/parelmuur.db";

    // A command is one piece of work, as a request is for the site.
    private readonly AsyncServiceScope work = services.CreateAsyncScope();

    /// <summary>The connection string: from the environment or a secret file, from appsettings.json here, or the database of script/run.</summary>
    public static IConfiguration Settings { get; } = ReadSettings();

    /// <summary>The connection string.</summary>
    public static string Connection => Settings.GetConnectionString(Provider.ConnectionName)!;

    /// <summary>Migrates the database and opens the rooms.</summary>
    public static async Task<House> OpenAsync(CancellationToken cancellation)
    {
        await MigrateAsync(cancellation);
        var services = Build();
        await services.SeedModulesAsync(samples: null, cancellation);
        return new House(services);
    }

    /// <summary>Opens the rooms on a database as it is, and changes nothing in it.</summary>
    /// <exception cref="BackupFault">There is no database, or another version of the software made it.</exception>
    public static async Task<House> OpenUnchangedAsync(CancellationToken cancellation)
    {
        if (!Provider.IsPostgres(Connection) && new SqliteConnectionStringBuilder(Connection).DataSource is var file && !File.Exists(file))
            throw new BackupFault($"Er is geen database: {Path.GetFullPath(file)} bestaat niet.");
        if (!await MigrationsDb.IsUpToDateAsync(Connection, cancellation))
            throw new BackupFault("De database hoort bij een andere versie van Parelmuur. Gebruik die, of breng de database eerst bij de tijd met migrate.");
        return new House(Build());
    }

    /// <summary>Brings the database up to date; makes it when there is none.</summary>
    /// <returns>The names of the migrations applied now.</returns>
    public static Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellation)
    {
        if (!Provider.IsPostgres(Connection)
            && Path.GetDirectoryName(new SqliteConnectionStringBuilder(Connection).DataSource) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        return MigrationsDb.UpdateAsync(Connection, cancellation);
    }

    private static ConfigurationManager ReadSettings()
    {
        var settings = new ConfigurationManager();
        settings.AddInMemoryCollection([new($"ConnectionStrings:{Provider.ConnectionName}", DefaultConnection)])
            .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
            .AddEnvironmentVariables();
        settings.AddSecretFiles();
        return settings;
    }

    private static ServiceProvider Build()
    {
        var modules = InstalledModules.All;
        return new ServiceCollection()
            .AddSingleton(Settings)
            .AddLogging()
            .AddKernel(Settings, modules)
            .AddSiteKeys()
            .AddWords([.. modules.Select(module => module.GetType().Assembly)])
            .BuildServiceProvider(validateScopes: true);
    }

    /// <summary>A door.</summary>
    public T Get<T>()
        where T : notnull => work.ServiceProvider.GetRequiredService<T>();

    /// <summary>Lets every reader of the ledger load once, so that questions can be answered from memory.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        foreach (var reader in services.GetServices<ILedgerReader>().Where(reader => reader.EveryNode))
            await reader.StartAsync(cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await work.DisposeAsync();
        await services.DisposeAsync();
    }
}
