using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Search.Index;

namespace Parelmuur.Search;

/// <summary>Fills the index from every room at start and keeps it fresh from the ledger.</summary>
/// <remarks>The index is in memory, so every node reads for itself. Sources are asked in a scope of their own.</remarks>
internal sealed class SearchIndexer(IServiceScopeFactory scopes, SearchIndex index) : ILedgerReader
{
    // Large enough to make whole segments, small enough to hold the texts of two of them at once. The first is small, because until
    // it is read nothing can be built.
    private const int FirstBatch = 2_500, LargestBatch = 20_000;

    /// <inheritdoc/>
    public string Name => "search index";

    /// <inheritdoc/>
    public bool EveryNode => true;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (batch, size, building) = (new List<SearchEntry>(), FirstBatch, Task.CompletedTask);
        foreach (var source in scope.ServiceProvider.GetServices<ISearchSource>())
        {
            await foreach (var entry in source.AllAsync(cancellation))
            {
                batch.Add(entry);
                if (batch.Count < size)
                    continue;
                // The next are read while these are built.
                await building;
                var full = batch;
                building = Task.Run(() => index.Fill(full), cancellation);
                (batch, size) = ([], Math.Min(2 * size, LargestBatch));
            }
        }

        await building;
        index.Fill(batch);
        index.Complete();
    }

    /// <inheritdoc/>
    public async Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        List<SearchEntry> changed = [];
        foreach (var source in scope.ServiceProvider.GetServices<ISearchSource>())
        {
            var subjects = entries
                .Where(entry => source.Subjects.Contains(entry.Subject))
                .Select(entry => new ChangedSubject(entry.Subject, entry.SubjectId))
                .Distinct()
                .ToList();
            if (subjects.Count > 0)
                changed.AddRange(await source.ChangedAsync(subjects, cancellation));
        }

        index.Put(changed);
    }

    /// <inheritdoc/>
    public async Task PassAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var source in scope.ServiceProvider.GetServices<ISearchSource>())
        {
            if (await source.PassedAsync(cancellation) is { Count: > 0 } passed)
                index.Put(passed);
        }
    }
}
