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
    // Migrating takes most of a second; a copy takes a few milliseconds.
    private static readonly Lazy<Task<byte[]>> MigratedFile = new(async () =>
    {
        var file = NewFile();
        await MigrationsDb.UpdateAsync($"Data Source={file};Pooling=False");
        var bytes = await File.ReadAllBytesAsync(file);
        File.Delete(file);
        return bytes;
    });

    private static readonly Lazy<Task<string>> MigratedPostgres = new(async () =>
    {
        var name = await NewPostgresAsync("template0");
        await MigrationsDb.UpdateAsync($"{await PostgresCluster.ConnectionAsync(name)};Pooling=False");
        return name;
    });

    private TestDatabase(string connection) => Connection = connection;

    /// <summary>The connection string, as in the settings of the site.</summary>
    public string Connection { get; }

    /// <summary>Settings that point at this database and at nothing else.</summary>
    public IConfiguration Configuration => new ConfigurationBuilder()
        .AddInMemoryCollection([new($"ConnectionStrings:{Provider.ConnectionName}", Connection)])
        .Build();

    /// <summary>A database with all migrations applied.</summary>
    public static async Task<TestDatabase> MigratedAsync(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Postgres)
            return new(await PostgresCluster.ConnectionAsync(await NewPostgresAsync(await MigratedPostgres.Value)));
        var file = NewFile();
        await File.WriteAllBytesAsync(file, await MigratedFile.Value);
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
            await using (var own = new NpgsqlConnection(Connection))
                NpgsqlConnection.ClearPool(own);
            await RunOnPostgresAsync($"DROP DATABASE \"{name}\" WITH (FORCE)");
            return;
        }

        await using (var own = new SqliteConnection(Connection))
            SqliteConnection.ClearPool(own);
        var file = new SqliteConnectionStringBuilder(Connection).DataSource;
        foreach (var part in (string[])[file, $"{file}-wal", $"{file}-shm"])
            File.Delete(part);
    }

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
}
