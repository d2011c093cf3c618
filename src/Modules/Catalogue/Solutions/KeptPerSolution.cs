using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>Something about each solution, kept in memory from when it was first asked until the ledger says that it changed.</summary>
/// <typeparam name="T">What is kept, about half a kilobyte.</typeparam>
internal abstract class KeptPerSolution<T>(IServiceScopeFactory scopes) : ILedgerReader
{
    // Some 10 MB. Whoever asks for more than this begins again, which costs each page one question.
    private const int Most = 20_000;

    private const string Subject = "Solution";

    private readonly ConcurrentDictionary<SolutionId, T> kept = new();
    private readonly Lock keeping = new();
    private long changes;

    public abstract string Name { get; }

    public bool EveryNode => true;

    /// <summary>What is known of these solutions; those of which nothing is known are left out.</summary>
    public async Task<IReadOnlyDictionary<SolutionId, T>> FindAsync(
        IReadOnlyCollection<SolutionId> solutions, CancellationToken cancellation)
    {
        var found = new Dictionary<SolutionId, T>(solutions.Count);
        List<SolutionId> missing = [];
        foreach (var id in solutions)
        {
            if (kept.TryGetValue(id, out var value))
                found[id] = value;
            else
                missing.Add(id);
        }

        if (missing.Count > 0)
        {
            foreach (var (id, value) in await ReadAsync(missing, cancellation))
                found[id] = value;
        }

        return found;
    }

    public Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
    {
        lock (keeping)
        {
            changes++;
            foreach (var entry in entries.Where(entry => entry.Subject == Subject))
                kept.TryRemove(new SolutionId(entry.SubjectId), out _);
        }

        return Task.CompletedTask;
    }

    /// <summary>Reads what is not kept yet.</summary>
    protected abstract Task<IReadOnlyDictionary<SolutionId, T>> ReadAsync(
        CatalogueDb db, IReadOnlyList<SolutionId> solutions, CancellationToken cancellation);

    private async Task<IReadOnlyDictionary<SolutionId, T>> ReadAsync(List<SolutionId> solutions, CancellationToken cancellation)
    {
        var before = Volatile.Read(ref changes);
        await using var scope = scopes.CreateAsyncScope();
        var read = await ReadAsync(scope.ServiceProvider.GetRequiredService<CatalogueDb>(), solutions, cancellation);
        lock (keeping)
        {
            // What was read while something changed may be old: it serves this answer and is not kept.
            if (changes == before)
                Keep(read);
        }

        return read;
    }

    private void Keep(IReadOnlyDictionary<SolutionId, T> read)
    {
        if (kept.Count + read.Count > Most)
            kept.Clear();
        foreach (var (id, value) in read.Take(Most))
            kept[id] = value;
    }
}
