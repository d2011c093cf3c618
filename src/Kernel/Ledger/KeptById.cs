using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Parelmuur.Kernel.Ledger;

/// <summary>Something about each thing of a kind, kept in memory from when it was first asked until the ledger says that it changed.</summary>
/// <remarks>At most 20,000 of them. Whoever asks for more begins again, which costs each page one question to the database.</remarks>
/// <typeparam name="TId">The id of a thing.</typeparam>
/// <typeparam name="TKept">What is kept of it: less than a kilobyte.</typeparam>
public abstract class KeptById<TId, TKept>(IServiceScopeFactory scopes) : ILedgerReader
    where TId : struct, IEquatable<TId>
    where TKept : class
{
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<TId, TKept> kept = new();
    private readonly Lock keeping = new();
    private long changes;

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public bool EveryNode => true;

    /// <summary>What is known of these; those of which nothing is known are left out.</summary>
    public async Task<IReadOnlyDictionary<TId, TKept>> FindAsync(IReadOnlyCollection<TId> ids, CancellationToken cancellation)
    {
        TId[] asked = [.. ids];
        var each = await EachAsync(asked, cancellation);
        var found = new Dictionary<TId, TKept>(asked.Length);
        for (var at = 0; at < asked.Length; at++)
        {
            if (each[at] is { } value)
                found[asked[at]] = value;
        }

        return found;
    }

    /// <summary>What is known of each of these, in the same order; null where nothing is known.</summary>
    public async Task<IReadOnlyList<TKept?>> EachAsync(IReadOnlyList<TId> ids, CancellationToken cancellation)
    {
        var found = new TKept?[ids.Count];
        List<int> missing = [];
        for (var at = 0; at < found.Length; at++)
        {
            if (!kept.TryGetValue(ids[at], out found[at]))
                missing.Add(at);
        }

        if (missing.Count > 0)
        {
            var read = await ReadAsync([.. missing.Select(at => ids[at])], cancellation);
            foreach (var at in missing)
                found[at] = read.GetValueOrDefault(ids[at]);
        }

        return found;
    }

    /// <inheritdoc/>
    public Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
    {
        lock (keeping)
        {
            changes++;
            if (entries.Any(ChangesAll))
                kept.Clear();
            foreach (var entry in entries)
            {
                if (Changed(entry) is { } id)
                    kept.TryRemove(id, out _);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>Of which thing an entry may change what is kept, if any.</summary>
    protected abstract TId? Changed(LedgerEntry entry);

    /// <summary>Whether an entry may change what is kept of any of them.</summary>
    protected virtual bool ChangesAll(LedgerEntry entry) => false;

    /// <summary>Reads what is not kept yet, with services that live as long as this question.</summary>
    protected abstract Task<IReadOnlyDictionary<TId, TKept>> ReadAsync(
        IServiceProvider services, IReadOnlyList<TId> ids, CancellationToken cancellation);

    private async Task<IReadOnlyDictionary<TId, TKept>> ReadAsync(List<TId> ids, CancellationToken cancellation)
    {
        var before = Volatile.Read(ref changes);
        await using var scope = scopes.CreateAsyncScope();
        var read = await ReadAsync(scope.ServiceProvider, ids, cancellation);
        lock (keeping)
        {
            // What was read while something changed may be old: it serves this answer and is not kept.
            if (changes == before)
                Keep(read);
        }

        return read;
    }

    private void Keep(IReadOnlyDictionary<TId, TKept> read)
    {
        if (kept.Count + read.Count > Most)
            kept.Clear();
        foreach (var (id, value) in read.Take(Most))
            kept[id] = value;
    }
}
