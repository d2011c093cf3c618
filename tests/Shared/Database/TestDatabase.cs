using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Parelmuur.Kernel.Data;
using Parelmuur.Migrations;

namespace Parelmuur.Tests;

/// <summary>A database of one test alone, removed afterwards.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>Names a folder in which test programs keep for each other what they filled.</summary>
    private const string SharedVariable = "PARELMUUR_TESTS_FILLED";

    private static readonly string? Shared = Environment.GetEnvironmentVariable(SharedVariable);

    // Filling takes most of a second, or more; a copy takes a few milliseconds.
    private static readonly ConcurrentDictionary<(DatabaseKind Kind, string Filling), Lazy<Task<Filled>>> Templates = new();

    private TestDatabase(string connection) => Connection = connection;

    /// <summary>The connection string, as in the settings of the site.</summary>
    public string Connection { get; }

    /// <summary>Settings that point at this database and at nothing else.</summary>
    public IConfiguration Configuration => new ConfigurationBuilder()
        .AddInMemoryCollection([new($"ConnectionStrings:{Provider.ConnectionName}", Connection)])
        .Build();

    /// <summary>A database with all migrations applied.</summary>
    public static Task<TestDatabase> MigratedAsync(DatabaseKind kind) =>
        FilledAsync(kind, "migrated", connection => MigrationsDb.UpdateAsync(connection));

    /// <summary>A copy of a database that was filled once in this test run.</summary>
    /// <param name="kind">On which database.</param>
    /// <param name="filling">The name of what is in it.</param>
    /// <param name="fill">Puts it in an empty database, by its connection string, and lets go of it.</param>
    public static async Task<TestDatabase> FilledAsync(DatabaseKind kind, string filling, Func<string, Task> fill)
    {
        var template = await Templates.GetOrAdd((kind, filling), _ => new(() => FillAsync(kind, filling, fill))).Value;
        if (kind == DatabaseKind.Postgres)
            return new(await PostgresCluster.ConnectionAsync(await NewPostgresAsync(template.Name)));
        var file = NewFile();
        await File.WriteAllBytesAsync(file, template.Bytes);
        return new($"Data Source={file}");
    }

    /// <summary>A database without any table.</summary>
    public static async Task<TestDatabase> EmptyAsync(DatabaseKind kind) => new(
        kind == DatabaseKind.Postgres
            ? await PostgresCluster.ConnectionAsync(await NewPostgresAsync("template0"))
            : $"Data Source={NewFile()}");

    /// <summary>Options with which a room's database can be made.</summary>
    public DbContextOptions<TDb> Options<TDb>()
        where TDb : DbContext
    {
        var options = new DbContextOptionsBuilder<TDb>();
        options.UsePlatformDatabase(Connection);
        return options.Options;
    }

    public async ValueTask DisposeAsync()
    {
        if (Provider.IsPostgres(Connection))
        {
            var name = new NpgsqlConnectionStringBuilder(Connection).Database;
            foreach (var connection in (string[])[Connection, Provider.ForRooms(Connection)])
            {
                await using var own = new NpgsqlConnection(connection);
                NpgsqlConnection.ClearPool(own);
            }

            await RunOnPostgresAsync($"DROP DATABASE \"{name}\" WITH (FORCE)");
            return;
        }

        await using (var own = new SqliteConnection(Connection))
            SqliteConnection.ClearPool(own);
        var file = new SqliteConnectionStringBuilder(Connection).DataSource;
        foreach (var part in (string[])[file, $"{file}-wal", $"{file}-shm", $"{file}.pages"])
            File.Delete(part);
    }

    private static async Task<Filled> FillAsync(DatabaseKind kind, string filling, Func<string, Task> fill)
    {
        // What an earlier program of this run filled is the same: all were built at once.
        if (await FindAsync(kind, filling) is { } known)
            return known;
        var name = kind == DatabaseKind.Postgres ? await NewPostgresAsync("template0") : NewFile();
        await fill($"{(kind == DatabaseKind.Postgres ? await PostgresCluster.ConnectionAsync(name) : $"Data Source={name}")};Pooling=False");
        if (kind == DatabaseKind.Postgres)
        {
            if (Shared is not null)
                await RunOnPostgresAsync($"ALTER DATABASE \"{name}\" RENAME TO \"{(name = Of(filling))}\"");
            return new(name, []);
        }

        var bytes = await File.ReadAllBytesAsync(name);
        File.Delete(name);
        if (Shared is not null)
            await File.WriteAllBytesAsync(Path.Combine(Shared, filling), bytes);
        return new(name, bytes);
    }

    private static async Task<Filled?> FindAsync(DatabaseKind kind, string filling)
    {
        if (Shared is null)
            return null;
        if (kind == DatabaseKind.Sqlite)
            return Path.Combine(Shared, filling) is var file && File.Exists(file) ? new(file, await File.ReadAllBytesAsync(file)) : null;
        await using var connection = new NpgsqlConnection(await PostgresCluster.ConnectionAsync("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT datname FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = Of(filling) } } };
        return await command.ExecuteScalarAsync() is string name ? new(name, []) : null;
    }

    private static string Of(string filling) => $"filled_{filling}";

    private static string NewFile() => Path.Combine(Path.GetTempPath(), $"parelmuur-test-{Guid.NewGuid():N}.db");

    private static async Task<string> NewPostgresAsync(string template)
    {
        var name = $"test_{Guid.NewGuid():N}";
        await RunOnPostgresAsync($"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\"");
        return name;
    }

    private static async Task RunOnPostgresAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await PostgresCluster.ConnectionAsync("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A database to copy: by name on PostgreSQL, by content on SQLite.</summary>
    private sealed record Filled(string Name, byte[] Bytes);
}
