using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Data.Sqlite;
using Parelmuur.Accounts;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.Modules;

namespace Parelmuur.Web.Http;

/// <summary>Public pages: in memory until the ledger says that something changed, and in a file from a stop of the site until its next start.</summary>
/// <remarks>
/// A start takes seconds. Meanwhile visitors get the pages of before the stop: when the ledger holds nothing new, when the site and its settings
/// are the same, and no longer than a page is kept in memory. The file is used once. After a crash there is none, and visitors wait.
/// </remarks>
/// <param name="memory">Where the pages are while the site runs.</param>
/// <param name="configuration">The settings.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Where it says that a file could not be used.</param>
internal sealed class KeptPages(IOutputCacheStore memory, IConfiguration configuration, TimeProvider time, ILogger<KeptPages> log)
    : IOutputCacheStore, ILedgerReader, IHostedService
{
    /// <summary>The tag of every page. Changes are rare and reading is not: one tag for everything is simple, and always right.</summary>
    public const string Everything = "everything";

    /// <summary>The file in which public pages are kept from a stop of the site until its next start.</summary>
    [Setting(Otherwise = "beside the SQLite file; nowhere on PostgreSQL")]
    private const string Setting = "PublicCacheFile";

    // As many as memory has room for. Of addresses that somebody makes up without end the first are remembered.
    private const int MostPages = 10_000;

    // Who signs in or looks changes no page, so readers need not wait for it.
    private static readonly FrozenSet<string> NothingShows = [nameof(SignedIn), nameof(SignedOut), nameof(PrivateDataSeen)];

    private readonly ConcurrentDictionary<string, DateTimeOffset> until = new(StringComparer.Ordinal);
    private FrozenDictionary<string, byte[]>? before;
    private int rounds;
    private long? seen;

    /// <summary>Stands before the key of each page. A page that was begun before a change and stored after it stands under a round that nobody asks for any more.</summary>
    public string Round { get; private set; } = "0";

    /// <summary>Whether the rooms are still filled, and pages are those of before the stop.</summary>
    public bool IsStarting => before is not null;

    public string Name => "output cache";

    public bool EveryNode => true;

    private string? File => configuration[Setting] is { Length: > 0 } file ? file
        : Connection is not { } connection || Provider.IsPostgres(connection) ? null
        : new SqliteConnectionStringBuilder(connection).DataSource + ".pages";

    private string? Connection => configuration.GetConnectionString(Provider.ConnectionName);

    public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) =>
        before is { } pages ? ValueTask.FromResult(pages.GetValueOrDefault(key)) : memory.GetAsync(key, cancellationToken);

    public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
    {
        if (until.Count < MostPages)
            until[key] = time.GetUtcNow() + validFor;
        return memory.SetAsync(key, value, tags, validFor, cancellationToken);
    }

    public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken)
    {
        until.Clear();
        return memory.EvictByTagAsync(tag, cancellationToken);
    }

    async Task ILedgerReader.StartAsync(CancellationToken cancellation)
    {
        seen = (await LastEntry.AskAsync(Connection!, cancellation)).Number;
        Turn();
        before = null;
    }

    public async Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
    {
        if (entries.Count == 0 || entries.Any(entry => entry.Subject != LedgerEvent.ForOnePerson && !NothingShows.Contains(entry.Event)))
        {
            Turn();
            await EvictByTagAsync(Everything, cancellation);
        }

        if (entries.Count > 0)
            seen = Math.Max(seen ?? 0, entries.Max(entry => entry.Sequence));
    }

    /// <summary>Takes the pages of before the stop, when they are still as they should be.</summary>
    public async Task TakeAsync()
    {
        if (File is not { } file || !System.IO.File.Exists(file))
            return;
        try
        {
            (rounds, before) = Read(await System.IO.File.ReadAllBytesAsync(file), Stamp(await LastEntry.AskAsync(Connection!, CancellationToken.None)));
            Round = Written(rounds);
            System.IO.File.Delete(file);
        }
#pragma warning disable CA1031 // Whatever is wrong with the file or the database: the start goes on without, and says what is wrong itself.
        catch (Exception error)
#pragma warning restore CA1031
        {
            log.PagesNotTaken(file, error.Message);
        }
    }

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Writes what is kept to the file, after the last visitor has gone.</summary>
    async Task IHostedService.StopAsync(CancellationToken cancellationToken)
    {
        if (File is not { } file || until.IsEmpty)
            return;
        try
        {
            var last = await LastEntry.AskAsync(Connection!, cancellationToken);
            if (last.Number == seen)
                await WriteAsync(file, Stamp(last), cancellationToken);
        }
#pragma warning disable CA1031 // A stop must not fail on it: without the file the next start answers somewhat later.
        catch (Exception error)
#pragma warning restore CA1031
        {
            log.PagesNotKept(file, error.Message);
        }
    }

    private static string Written(int round) => round.ToString(CultureInfo.InvariantCulture);

    private void Turn() => Round = Written(++rounds);

    private async Task WriteAsync(string file, byte[] stamp, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        writer.Write(stamp);
        writer.Write(rounds);
        foreach (var (key, end) in until.Where(page => page.Value > now))
        {
            if (await memory.GetAsync(key, cancellation) is not { } page)
                continue;
            writer.Write(end.UtcTicks);
            writer.Write(key);
            writer.Write(page.Length);
            writer.Write(page);
        }

        var half = file + ".half";
        await System.IO.File.WriteAllBytesAsync(half, content.ToArray(), cancellation);
        System.IO.File.Move(half, file, overwrite: true);
    }

    private (int Rounds, FrozenDictionary<string, byte[]>? Pages) Read(byte[] content, byte[] stamp)
    {
        using var reader = new BinaryReader(new MemoryStream(content));
        if (!reader.ReadBytes(stamp.Length).AsSpan().SequenceEqual(stamp))
            return (0, null);
        var (round, now, pages) = (reader.ReadInt32(), time.GetUtcNow().UtcTicks, new Dictionary<string, byte[]>(StringComparer.Ordinal));
        while (reader.BaseStream.Position < content.Length)
        {
            var (end, key, page) = (reader.ReadInt64(), reader.ReadString(), new byte[reader.ReadInt32()]);
            reader.BaseStream.ReadExactly(page);
            if (end > now)
                pages[key] = page;
        }

        return (round, pages.ToFrozenDictionary(StringComparer.Ordinal));
    }

    // What pages are made of: the last change, the programs, and the settings. What a system gives each process, such as a number for this
    // start, has a name in capitals; settings have not.
    private byte[] Stamp(LastEntry last)
    {
        var programs = new DirectoryInfo(AppContext.BaseDirectory).GetFiles("Parelmuur.*.dll")
            .Select(file => $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}");
        var settings = configuration.AsEnumerable().Where(setting => setting.Key.Any(char.IsLower)).Select(setting => $"{setting.Key}={setting.Value}");
        return SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', programs.Concat(settings).Order(StringComparer.Ordinal).Prepend($"{last}"))));
    }
}
