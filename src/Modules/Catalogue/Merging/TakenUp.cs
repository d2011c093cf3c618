using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Merging;

/// <summary>Which solutions were taken up in which, in memory on every node; there are few.</summary>
internal sealed class TakenUp(IServiceScopeFactory scopes) : ILedgerReader
{
    private volatile Links links = new([]);

    public string Name => "merged solutions";

    public bool EveryNode => true;

    public bool StartsAlone => true;

    /// <summary>The solution that goes on for this one: itself, or the one in which it was taken up.</summary>
    public SolutionId TodayOf(SolutionId solution) => links.Last(solution);

    /// <summary>The solutions that were taken up in this one.</summary>
    public IReadOnlyList<SolutionId> In(SolutionId solution) => links.Parts.TryGetValue(solution, out var parts) ? parts : [];

    public async Task StartAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        links = new(await scope.ServiceProvider.GetRequiredService<CatalogueDb>().Solutions.Where(solution => solution.MergedInto != null)
            .ToDictionaryAsync(solution => solution.Id, solution => solution.MergedInto!.Value, cancellation));
    }

    public async Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
    {
        if (entries.Any(entry => entry.Event is nameof(SolutionMerged) or nameof(MergeUndone)))
            await StartAsync(cancellation);
    }

    private sealed class Links
    {
        private readonly IReadOnlyDictionary<SolutionId, SolutionId> ends;

        public Links(Dictionary<SolutionId, SolutionId> into)
        {
            ends = Chain.Ends(into);
            Parts = ends.GroupBy(each => each.Value, each => each.Key).ToDictionary(group => group.Key, group => (IReadOnlyList<SolutionId>)[.. group]);
        }

        public Dictionary<SolutionId, IReadOnlyList<SolutionId>> Parts { get; }

        public SolutionId Last(SolutionId solution) => ends.GetValueOrDefault(solution, solution);
    }
}
