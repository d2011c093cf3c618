using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using Parelmuur.Kernel.Backups;
using Parelmuur.Kernel.Data;
using Parelmuur.Migrations;

namespace Parelmuur.Cli;

/// <summary>Puts a back-up in the place of a database, in the shape in which it was made, and brings that up to date.</summary>
internal static class Restore
{
    private const string InUse = "Er werkt nog iets met deze database. Zet eerst de site stil.";

    /// <summary>Puts it back: all of it, or everything stays as it was.</summary>
    /// <param name="backup">What to put back.</param>
    /// <param name="connection">Where to, as in the settings.</param>
    /// <param name="putsAside">Whether a database that has something in it may be put aside.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Where that stands now: a file, or a schema of the database. Null when there was nothing.</returns>
    /// <exception cref="BackupFault">The back-up is of a newer version, the database is in use, or it is not empty.</exception>
    public static async Task<string?> RunAsync(ReadBackup backup, string connection, bool putsAside, CancellationToken cancellation)
    {
        if (!MigrationsDb.Knows(connection, backup.Contents.Shape))
            throw new BackupFault("Deze back-up is gemaakt met een nieuwere versie van Parelmuur. Installeer die eerst.");
        var place = Provider.IsPostgres(connection) ? (Place)new PostgresPlace(connection) : new SqlitePlace(connection);
        if (!putsAside && await place.HasLedgerAsync(cancellation))
            throw new BackupFault("Deze database is niet leeg. Kies een lege, of gebruik restore: dan gaat opzij wat er staat.");
        var aside = await place.PutAsideAsync($"voor_herstel_{TimeProvider.System.GetUtcNow().ToString("yyyyMMdd_HHmmss", CultureInfo.InvariantCulture)}", cancellation);
        try
        {
            await MigrationsDb.UpdateAsync(place.Connection, backup.Contents.Shape, cancellation);
            await using (var open = await place.OpenAsync(cancellation))
                await backup.LoadAsync(open, cancellation);
            await MigrationsDb.UpdateAsync(place.Connection, cancellation);
            return aside;
        }
        catch
        {
            await place.PutBackAsync(aside);
            throw;
        }
    }

    /// <summary>Where a database stands.</summary>
    private abstract class Place(string connection)
    {
        public string Connection => connection;

        /// <summary>Opens a connection.</summary>
        public abstract Task<DbConnection> OpenAsync(CancellationToken cancellation);

        /// <summary>Whether anything ever happened in it.</summary>
        public abstract Task<bool> HasLedgerAsync(CancellationToken cancellation);

        /// <summary>Puts what stands there under another name; null when nothing does.</summary>
        public abstract Task<string?> PutAsideAsync(string name, CancellationToken cancellation);

        /// <summary>Takes away what came in its place, and puts it back.</summary>
        public abstract Task PutBackAsync(string? aside);

        protected static async Task<object?> AskAsync(DbConnection open, string sql, CancellationToken cancellation)
        {
            await using var command = open.CreateCommand();
            command.CommandText = sql;
            return await command.ExecuteScalarAsync(cancellation);
        }
    }

    /// <summary>A file; it is put aside beside itself.</summary>
    private sealed class SqlitePlace(string connection) : Place(new SqliteConnectionStringBuilder(connection) { Pooling = false, DefaultTimeout = 1 }.ConnectionString)
    {
        private readonly string file = Path.GetFullPath(new SqliteConnectionStringBuilder(connection).DataSource);

        public override async Task<DbConnection> OpenAsync(CancellationToken cancellation)
        {
            var open = new SqliteConnection(Connection);
            await open.OpenAsync(cancellation);
            return open;
        }

        public override async Task<bool> HasLedgerAsync(CancellationToken cancellation)
        {
            if (!File.Exists(file))
                return false;
            await using var open = await OpenAsync(cancellation);
            return (long)(await AskAsync(open, "SELECT count(*) FROM sqlite_master WHERE name = 'ledger'", cancellation))! > 0
                && (long)(await AskAsync(open, "SELECT count(*) FROM ledger", cancellation))! > 0;
        }

        public override async Task<string?> PutAsideAsync(string name, CancellationToken cancellation)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            if (!File.Exists(file))
                return null;
            try
            {
                // Nobody else may have it open. Closing it then also brings all that was written into the file itself.
                await using var open = await OpenAsync(cancellation);
                await AskAsync(open, "PRAGMA locking_mode = EXCLUSIVE", cancellation);
                await AskAsync(open, "BEGIN EXCLUSIVE; COMMIT", cancellation);
                await AskAsync(open, "PRAGMA wal_checkpoint(TRUNCATE)", cancellation);
            }
            catch (SqliteException error) when (error.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
            {
                throw new BackupFault(InUse);
            }

            var aside = Path.ChangeExtension(file, $".{name}{Path.GetExtension(file)}");
            File.Move(file, aside);
            return aside;
        }

        public override Task PutBackAsync(string? aside)
        {
            foreach (var part in (string[])[file, $"{file}-wal", $"{file}-shm", $"{file}-journal"])
                File.Delete(part);
            if (aside is not null)
                File.Move(aside, file);
            return Task.CompletedTask;
        }
    }

    /// <summary>A schema; it gets another name.</summary>
    private sealed class PostgresPlace(string connection) : Place(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString)
    {
        public override async Task<DbConnection> OpenAsync(CancellationToken cancellation)
        {
            var open = new NpgsqlConnection(Connection);
            await open.OpenAsync(cancellation);
            return open;
        }

        public override async Task<bool> HasLedgerAsync(CancellationToken cancellation)
        {
            await using var open = await OpenAsync(cancellation);
            return await AskAsync(open, "SELECT to_regclass('public.ledger')::text", cancellation) is string
                && (bool)(await AskAsync(open, "SELECT EXISTS (SELECT FROM public.ledger)", cancellation))!;
        }

        public override async Task<string?> PutAsideAsync(string name, CancellationToken cancellation)
        {
            await using var open = await OpenAsync(cancellation);
            if ((long)(await AskAsync(open, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", cancellation))! > 0)
                throw new BackupFault(InUse);
            if (!(bool)(await AskAsync(open, "SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public')", cancellation))!)
                return null;
            await AskAsync(open, $"BEGIN; ALTER SCHEMA public RENAME TO {name}; CREATE SCHEMA public; COMMIT", cancellation);
            return name;
        }

        public override async Task PutBackAsync(string? aside)
        {
            await using var open = await OpenAsync(CancellationToken.None);
            await AskAsync(
                open, $"BEGIN; DROP SCHEMA public CASCADE; {(aside is null ? "CREATE SCHEMA public" : $"ALTER SCHEMA {aside} RENAME TO public")}; COMMIT",
                CancellationToken.None);
        }
    }
}
