using System.Data.Common;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.Data;

namespace Parelmuur.Kernel.Backups;

/// <summary>Writes all that a site keeps to a zip file, as it is at one moment, while the site goes on.</summary>
public sealed class WriteBackup
{
    private const string Moments = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    // Transactions have other numbers elsewhere, so a reader is said to have seen what stands before the first entry that it did not see.
    // On PostgreSQL that may be a few less; readers get each entry at least once.
    private const string Seen =
        """
        coalesce(
            (SELECT min(l.sequence) - 1 FROM ledger l WHERE (l."transaction", l.sequence) > (ledger_cursors."transaction", ledger_cursors.sequence)),
            (SELECT max(l.sequence) FROM ledger l), 0)
        """;

    // The same data gives the same bytes, so no file in it says when it was written.
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly KernelDb db;
    private readonly IReadOnlyList<SiteTable> tables;

    internal WriteBackup(KernelDb db, IEnumerable<PlatformDb> rooms) => (this.db, tables) = (db, SiteTables.Of(rooms));

    /// <summary>Writes it.</summary>
    /// <param name="to">Where to; it stays open.</param>
    /// <param name="cancellation">Gives up; what was written is no whole zip file.</param>
    /// <returns>What stands in it.</returns>
    public async Task<BackupContents> RunAsync(Stream to, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            var connection = db.Database.GetDbConnection();
            await using var snapshot = await Provider.BeginSnapshotAsync(connection, cancellation);
            await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
            var written = new List<BackupTable>();
            foreach (var table in tables.Where(table => table.Name != SiteTables.Chunks))
                written.Add(await WriteAsync(zip, table, snapshot, cancellation));
            var (files, hash) = await WriteFilesAsync(zip, snapshot, cancellation);
            var contents = new BackupContents(
                BackupContents.Known, await ShapeAsync(snapshot, cancellation), await UntilAsync(snapshot, cancellation), written, files, hash);
            await using var last = await OpenAsync(zip, BackupContents.FileName, cancellation);
            await JsonSerializer.SerializeAsync(last, contents, BackupContents.Json, cancellation);
            return contents;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<BackupTable> WriteAsync(ZipArchive zip, SiteTable table, DbTransaction snapshot, CancellationToken cancellation)
    {
        var written = new BackupTable(table.Name, table.Columns, 0, "");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = await OpenAsync(zip, written.FileName, cancellation);
        await using var command = Ask(snapshot, Select(table));
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        using var line = new MemoryStream();
        var count = 0L;
        while (await rows.ReadAsync(cancellation))
        {
            count++;
            line.SetLength(0);
            Write(line, table.Columns, rows);
            var bytes = line.GetBuffer().AsMemory(0, (int)line.Length);
            hash.AppendData(bytes.Span);
            await file.WriteAsync(bytes, cancellation);
        }

        return written with { Rows = count, Hash = Convert.ToHexStringLower(hash.GetHashAndReset()) };
    }

    private string Select(SiteTable table)
    {
        var columns = table.Columns.Select(column => (table.Name, column.Name) is (SiteTables.Cursors, SiteTables.Sequence)
            ? Seen : $"\"{column.Name}\"");
        // Both sort text by its bytes then.
        var order = table.Key.Select(name => db.Database.IsNpgsql() && table.Columns.Single(column => column.Name == name).Kind == ColumnKind.Text
            ? $"\"{name}\" COLLATE \"C\"" : $"\"{name}\"");
        return $"SELECT {string.Join(", ", columns)} FROM \"{table.Name}\" ORDER BY {string.Join(", ", order)}";
    }

    private static void Write(Stream to, IReadOnlyList<BackupColumn> columns, DbDataReader row)
    {
        using (var json = new Utf8JsonWriter(to))
        {
            json.WriteStartObject();
            for (var at = 0; at < columns.Count; at++)
            {
                var (name, kind) = columns[at];
                json.WritePropertyName(name);
                if (row.IsDBNull(at))
                    json.WriteNullValue();
                else
                    Write(json, kind, row, at);
            }

            json.WriteEndObject();
        }

        to.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, ColumnKind kind, DbDataReader row, int at)
    {
        switch (kind)
        {
            case ColumnKind.Text:
                json.WriteStringValue(row.GetString(at));
                break;
            case ColumnKind.Id:
                json.WriteStringValue(row.GetGuid(at));
                break;
            case ColumnKind.Moment:
                json.WriteStringValue(row.GetDateTime(at).ToString(Moments, CultureInfo.InvariantCulture));
                break;
            case ColumnKind.Day:
                json.WriteStringValue(row.GetFieldValue<DateOnly>(at).ToString("O", CultureInfo.InvariantCulture));
                break;
            case ColumnKind.Whole:
                json.WriteNumberValue(row.GetInt64(at));
                break;
            case ColumnKind.Fraction:
                json.WriteNumberValue(row.GetDouble(at));
                break;
            case ColumnKind.Truth:
                json.WriteBooleanValue(row.GetBoolean(at));
                break;
            default:
                json.WriteBase64StringValue(row.GetFieldValue<byte[]>(at));
                break;
        }
    }

    private static async Task<(int Count, string Hash)> WriteFilesAsync(ZipArchive zip, DbTransaction snapshot, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var command = Ask(snapshot, $"SELECT file, number, content FROM {SiteTables.Chunks} ORDER BY file, number");
        await using var chunks = await command.ExecuteReaderAsync(cancellation);
        var (count, last, file) = (0, Guid.Empty, (Stream?)null);
        try
        {
            while (await chunks.ReadAsync(cancellation))
            {
                if (chunks.GetGuid(0) is var id && (id != last || file is null))
                {
                    if (file is not null)
                        await file.DisposeAsync();
                    (file, last, count) = (await OpenAsync(zip, $"files/{id}", cancellation), id, count + 1);
                }

                var bytes = chunks.GetFieldValue<byte[]>(2);
                hash.AppendData(bytes);
                await file.WriteAsync(bytes, cancellation);
            }
        }
        finally
        {
            if (file is not null)
                await file.DisposeAsync();
        }

        return (count, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static async Task<string> ShapeAsync(DbTransaction snapshot, CancellationToken cancellation)
    {
        await using var command = Ask(snapshot, """SELECT max("MigrationId") FROM "__EFMigrationsHistory" """);
        return (string)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task<DateTime?> UntilAsync(DbTransaction snapshot, CancellationToken cancellation)
    {
        await using var command = Ask(snapshot, $"SELECT max(moment) FROM {SiteTables.Ledger}");
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) && !row.IsDBNull(0)
            ? DateTime.SpecifyKind(new(row.GetDateTime(0).Ticks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc) : null;
    }

    private static DbCommand Ask(DbTransaction snapshot, string sql)
    {
        var command = snapshot.Connection!.CreateCommand();
        (command.Transaction, command.CommandText, command.CommandTimeout) = (snapshot, sql, 0);
        return command;
    }

    private static Task<Stream> OpenAsync(ZipArchive zip, string name, CancellationToken cancellation)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = Always;
        return entry.OpenAsync(cancellation);
    }
}
