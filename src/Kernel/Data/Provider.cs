using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Parelmuur.Kernel.Backups;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.Mails;
using Parelmuur.Kernel.Modules;
using static SQLitePCL.raw;

namespace Parelmuur.Kernel.Data;

/// <summary>The only place that knows which database the house stands on.</summary>
public static class Provider
{
    /// <summary>The database: "Data Source=…" is SQLite, "Host=…" is PostgreSQL.</summary>
    [Setting("ConnectionStrings:Parelmuur", Default = "Data Source=data/parelmuur.db")]
    public const string ConnectionName = "Parelmuur";

    // Of each connection. All pages of the site together ask a few hundred different questions, and each page some ten.
    private const int MostPlans = 200;

    /// <summary>Registers a room's database on the connection of the house.</summary>
    public static IServiceCollection AddPlatformDb<TDb>(this IServiceCollection services, IConfiguration configuration)
        where TDb : PlatformDb
    {
        var connection = Connection(configuration);
        // A model is made once, of reflection, and takes longer than all queries of a page.
        services.AddSingleton(new Preparation(scope => _ = scope.GetRequiredService<TDb>().Model));
        services.AddSingleton(new RoomDb(scope => scope.GetRequiredService<TDb>()));
        return services.AddDbContextPool<TDb>((provider, options) => options
            .UsePlatformDatabase(connection)
            .AddInterceptors(
            [
                RoundInterceptor.Instance,
                .. provider.GetServices<Replica>(),
                provider.GetRequiredService<LedgerSignal>(),
                provider.GetRequiredService<MailSignal>(),
                .. provider.GetServices<IDbCommandInterceptor>(),
            ]));
    }

    /// <summary>Registers what brings the questions of a page together: on PostgreSQL in one batch, on SQLite as statements that are kept.</summary>
    internal static IServiceCollection AddAskTogether(this IServiceCollection services, IConfiguration configuration)
    {
        if (!IsPostgres(Connection(configuration)))
            services.AddSingleton<KeptStatements>();
        return services.AddSingleton(provider => new AskTogether(
            provider.GetRequiredService<IServiceScopeFactory>(), provider.GetService<KeptStatements>()));
    }

    /// <summary>Lets a copy of the database answer who only reads, when the settings name one. Its reader of the ledger comes before all others.</summary>
    /// <exception cref="InvalidOperationException">The database is SQLite, which has no copies.</exception>
    internal static IServiceCollection AddReplica(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.GetConnectionString(Replica.ConnectionName) is not { Length: > 0 } replica)
            return services;
        var primary = configuration.GetConnectionString(ConnectionName);
        if (primary is null || !IsPostgres(primary))
            throw new InvalidOperationException($"ConnectionStrings:{Replica.ConnectionName} needs PostgreSQL in ConnectionStrings:{ConnectionName}.");
        return services
            .AddSingleton(new Replica(ForRooms(primary), ForRooms(replica)))
            .AddSingleton(provider => new ReplicaWatch(
                provider.GetRequiredService<Replica>(), primary, provider.GetRequiredService<ILogger<ReplicaWatch>>()))
            .AddSingleton<ILedgerReader>(provider => provider.GetRequiredService<ReplicaWatch>())
            .AddHostedService(provider => provider.GetRequiredService<ReplicaWatch>());
    }

    /// <summary>Chooses SQLite or PostgreSQL by the connection string: "Host=…" is PostgreSQL.</summary>
    public static DbContextOptionsBuilder UsePlatformDatabase(
        this DbContextOptionsBuilder options, string connection, string? migrationsAssembly = null) =>
        IsPostgres(connection)
            ? options.UseNpgsql(ForRooms(connection), npgsql => npgsql.MigrationsAssembly(migrationsAssembly))
            : options.UseSqlite(connection, sqlite => sqlite.MigrationsAssembly(migrationsAssembly))
                .AddInterceptors(SqlitePragmas.Instance);

    /// <summary>
    /// The connection to PostgreSQL as the rooms use it: it keeps the plan of what is asked often ("Max Auto Prepare"), and goes back to the pool
    /// as it is ("No Reset On Close"). Who sets one of these chooses.
    /// </summary>
    /// <remarks>
    /// Without, the server would plan the questions of each page anew, and run seven commands before the first question of each to forget settings
    /// and locks. Nothing here makes any that last longer than a transaction.
    /// </remarks>
    public static string ForRooms(string connection)
    {
        var said = connection.Replace(" ", "", StringComparison.Ordinal);
        return connection + Unless("MaxAutoPrepare", $";Max Auto Prepare={MostPlans}") + Unless("NoResetOnClose", ";No Reset On Close=true");

        string Unless(string name, string setting) => said.Contains(name, StringComparison.OrdinalIgnoreCase) ? "" : setting;
    }

    /// <summary>A connection to the database of the house for a question without a model; not open yet. It makes no SQLite file that is not there.</summary>
    public static DbConnection Connect(string connection) => IsPostgres(connection)
        ? new NpgsqlConnection(ForRooms(connection))
        : new SqliteConnection(new SqliteConnectionStringBuilder(connection) { Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ConnectionString);

    /// <summary>Whether a connection string means PostgreSQL.</summary>
    public static bool IsPostgres(string connection) => connection.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a connection goes to PostgreSQL.</summary>
    public static bool IsPostgres(DbConnection connection) => connection is NpgsqlConnection;

    /// <summary>Whether something failed because the database is away, full, locked or not to be written.</summary>
    public static bool IsAway(Exception error) => error switch
    {
        PostgresException refused => refused.IsTransient || refused.SqlState is PostgresErrorCodes.DiskFull or PostgresErrorCodes.ReadOnlySqlTransaction,
        NpgsqlException or TimeoutException => true,
        SqliteException sqlite => sqlite.SqliteErrorCode is SQLITE_BUSY or SQLITE_LOCKED or SQLITE_READONLY or SQLITE_IOERR or SQLITE_FULL or SQLITE_CANTOPEN,
        _ => error.InnerException is { } inner && IsAway(inner),
    };

    /// <summary>Whether a question failed because the database, or the table that was asked, was never made.</summary>
    public static bool IsNotMade(DbConnection connection, DbException error) => error switch
    {
        SqliteException { SqliteErrorCode: SQLITE_ERROR } => true,
        // What is there and cannot be opened, for rights or because it is a folder, is not "never made".
        SqliteException { SqliteErrorCode: SQLITE_CANTOPEN } => !Path.Exists(connection.DataSource),
        PostgresException refused => refused.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidCatalogName,
        _ => false,
    };

    private static string Connection(IConfiguration configuration) => configuration.GetConnectionString(ConnectionName)
        ?? throw new InvalidOperationException($"Connection string '{ConnectionName}' is missing.");

    /// <summary>Begins to read everything as it is at one moment, while others write.</summary>
    internal static async Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellation) =>
        connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);

    /// <summary>SQL for the number of the running transaction; 0 on SQLite, where one writes at a time.</summary>
    /// <param name="activeProvider">As a migration or database gives it.</param>
    public static string TransactionNumberSql(string? activeProvider) =>
        activeProvider?.Contains("Npgsql", StringComparison.Ordinal) == true ? "pg_current_xact_id()::text::bigint" : "0";

    /// <summary>The same, for a connection.</summary>
    public static string TransactionNumberSql(DbConnection connection) => TransactionNumberSql(connection.GetType().Namespace);
}
