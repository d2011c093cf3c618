using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Parelmuur.Kernel.Data;

/// <summary>Sets what every SQLite connection of the house needs: waiting for a writer, foreign keys, reading while writing.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static SqlitePragmas Instance { get; } = new();

    // FULL: an answered write survives a crash of the machine, not just of the app. Each connection keeps its own pages in
    // memory, so few of them: the system has the file in memory anyway.
    private const string Pragmas =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=10000; PRAGMA cache_size=-2000;";

    // A connection from the pool is still set; only a new one has to be.
    private readonly ConditionalWeakTable<sqlite3, object> set = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (((SqliteConnection)connection).Handle is not { } handle || !set.TryAdd(handle, this))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    // SQLite does not wait for a server, so there is nothing to await.
    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
