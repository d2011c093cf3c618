using System.Data.Common;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Files;

namespace Parelmuur.Kernel.Backups;

/// <summary>Reads what <see cref="WriteBackup"/> wrote: first whether it is whole, then into an empty database.</summary>
/// <param name="zip">The zip file.</param>
/// <param name="contents">What it says about itself.</param>
public sealed class ReadBackup(ZipArchive zip, BackupContents contents) : IAsyncDisposable
{
    /// <summary>What stands in it.</summary>
    public BackupContents Contents => contents;

    /// <summary>Opens a back-up and reads all of it once, to see that it is as it was written.</summary>
    /// <exception cref="BackupFault">It is no back-up, it is damaged, or it is of a newer version.</exception>
    public static async Task<ReadBackup> OpenAsync(Stream from, CancellationToken cancellation)
    {
        ZipArchive? zip = null;
        try
        {
            zip = await ZipArchive.CreateAsync(from, ZipArchiveMode.Read, leaveOpen: false, entryNameEncoding: null, cancellation);
            if (zip.GetEntry(BackupContents.FileName) is not { } last)
                throw new BackupFault("Dit is geen back-up van Parelmuur.");
            await using var text = await last.OpenAsync(cancellation);
            var contents = await JsonSerializer.DeserializeAsync<BackupContents>(text, BackupContents.Json, cancellation)
                ?? throw new BackupFault("Dit is geen back-up van Parelmuur.");
            if (contents.Format > BackupContents.Known)
                throw new BackupFault("Deze back-up is gemaakt met een nieuwere versie van Parelmuur.");
            var backup = new ReadBackup(zip, contents);
            await backup.CheckAsync(cancellation);
            return backup;
        }
        catch (Exception error) when (error is InvalidDataException or JsonException or ArgumentException)
        {
            throw new BackupFault("Dit is geen back-up van Parelmuur, of hij is beschadigd.");
        }
        catch (BackupFault) when (zip is not null)
        {
            await zip.DisposeAsync();
            throw;
        }
    }

    /// <summary>Puts everything in a database that is empty and has the shape of the back-up; all of it, or nothing.</summary>
    /// <param name="connection">The open connection.</param>
    /// <param name="cancellation">Gives up; the database stays empty.</param>
    public async Task LoadAsync(DbConnection connection, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (var table in contents.Tables)
            await LoadAsync(table, transaction, cancellation);
        await LoadFilesAsync(transaction, cancellation);
        if (Provider.IsPostgres(connection))
        {
            await using var next = Command(transaction, "SELECT setval(pg_get_serial_sequence('ledger', 'sequence'), (SELECT coalesce(max(sequence), 0) + 1 FROM ledger), false)");
            await next.ExecuteNonQueryAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => zip.DisposeAsync();

    private async Task CheckAsync(CancellationToken cancellation)
    {
        foreach (var table in contents.Tables)
        {
            await using var file = await EntryAsync(table.FileName, cancellation);
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation)) != table.Hash)
                throw Broken(table.FileName);
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[FileChunk.Length];
        foreach (var entry in Files())
        {
            await using var file = await entry.OpenAsync(cancellation);
            while (await file.ReadAsync(buffer, cancellation) is > 0 and var read)
                hash.AppendData(buffer, 0, read);
        }

        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != contents.FilesHash || Files().Count() != contents.Files)
            throw Broken("files");
    }

    private async Task LoadAsync(BackupTable table, DbTransaction transaction, CancellationToken cancellation)
    {
        var isCursor = table.Name == SiteTables.Cursors;
        var names = table.Columns.Select(column => $"\"{column.Name}\"").Concat(isCursor ? [$"\"{SiteTables.Transaction}\""] : []);
        var values = table.Columns.Select((_, at) => $"@p{at}").Concat(isCursor ? [Provider.TransactionNumberSql(transaction.Connection!)] : []);
        await using var insert = Command(transaction, $"INSERT INTO \"{table.Name}\" ({string.Join(", ", names)}) VALUES ({string.Join(", ", values)})");
        for (var at = 0; at < table.Columns.Count; at++)
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = $"p{at}";
            insert.Parameters.Add(parameter);
        }

        await using var file = await EntryAsync(table.FileName, cancellation);
        using var lines = new StreamReader(file);
        while (await lines.ReadLineAsync(cancellation) is { } line)
        {
            using var row = JsonDocument.Parse(line);
            for (var at = 0; at < table.Columns.Count; at++)
                insert.Parameters[at].Value = Value(row.RootElement.GetProperty(table.Columns[at].Name), table.Columns[at].Kind);
            await insert.ExecuteNonQueryAsync(cancellation);
        }
    }

    private async Task LoadFilesAsync(DbTransaction transaction, CancellationToken cancellation)
    {
        await using var insert = Command(transaction, $"INSERT INTO {SiteTables.Chunks} (file, number, content) VALUES (@p0, @p1, @p2)");
        for (var at = 0; at < 3; at++)
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = $"p{at}";
            insert.Parameters.Add(parameter);
        }

        var buffer = new byte[FileChunk.Length];
        foreach (var entry in Files())
        {
            await using var file = await entry.OpenAsync(cancellation);
            for (var number = 0; await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation) is > 0 and var read; number++)
            {
                (insert.Parameters[0].Value, insert.Parameters[1].Value, insert.Parameters[2].Value) = (Guid.Parse(entry.Name), number, buffer.AsSpan(0, read).ToArray());
                await insert.ExecuteNonQueryAsync(cancellation);
            }
        }
    }

    private static BackupFault Broken(string part) => new($"Deze back-up is niet heel: {part} klopt niet. Neem een andere.");

    private static object Value(JsonElement value, ColumnKind kind) => value.ValueKind == JsonValueKind.Null ? DBNull.Value : kind switch
    {
        ColumnKind.Text => value.GetString()!,
        ColumnKind.Id => value.GetGuid(),
        ColumnKind.Moment => value.GetDateTime(),
        ColumnKind.Day => DateOnly.ParseExact(value.GetString()!, "O", CultureInfo.InvariantCulture),
        ColumnKind.Whole => value.GetInt64(),
        ColumnKind.Fraction => value.GetDouble(),
        ColumnKind.Truth => value.GetBoolean(),
        _ => value.GetBytesFromBase64(),
    };

    private IEnumerable<ZipArchiveEntry> Files() => zip.Entries.Where(entry => entry.FullName.StartsWith("files/", StringComparison.Ordinal));

    private Task<Stream> EntryAsync(string name, CancellationToken cancellation) =>
        zip.GetEntry(name)?.OpenAsync(cancellation) ?? throw Broken(name);

    private static DbCommand Command(DbTransaction transaction, string sql)
    {
        var command = transaction.Connection!.CreateCommand();
        (command.Transaction, command.CommandText, command.CommandTimeout) = (transaction, sql, 0);
        return command;
    }
}
