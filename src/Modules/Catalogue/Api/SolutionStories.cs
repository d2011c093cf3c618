using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Api;

/// <summary>What is told of solutions beside their own row: relations, decisions and what happened, a batch at a time.</summary>
internal sealed class SolutionStories
{
    private readonly ILookup<SolutionId, RelationLink> relations;
    private readonly ILookup<SolutionId, StageStep> decisions;
    private readonly ILookup<SolutionId, HistoryMoment> history;

    private SolutionStories(
        ILookup<SolutionId, RelationLink> relations, ILookup<SolutionId, StageStep> decisions, ILookup<SolutionId, HistoryMoment> history) =>
        (this.relations, this.decisions, this.history) = (relations, decisions, history);

    /// <summary>Reads them.</summary>
    /// <param name="db">Where from.</param>
    /// <param name="ids">The solutions of which it is told.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<SolutionStories> ReadAsync(
        CatalogueDb db, IReadOnlyList<SolutionId> ids, CancellationToken cancellation)
    {
        var visible = db.Solutions.Public();
        var from = await db.Relations.Where(relation => ids.Contains(relation.From))
            .Join(visible, relation => relation.To, other => other.Id, (relation, other) =>
                new { Of = relation.From, relation.Kind, Inverse = false, other.Slug, other.Title })
            .ToListAsync(cancellation);
        var to = await db.Relations.Where(relation => ids.Contains(relation.To))
            .Join(visible, relation => relation.From, other => other.Id, (relation, other) =>
                new { Of = relation.To, relation.Kind, Inverse = true, other.Slug, other.Title })
            .ToListAsync(cancellation);
        var steps = await SolutionPast.DecisionsAsync(db, ids, cancellation);
        var moments = await SolutionPast.MomentsAsync(db, ids, cancellation);
        return new(
            from.Concat(to).OrderBy(each => each.Inverse).ThenBy(each => each.Kind).ThenBy(each => each.Slug, StringComparer.Ordinal)
                .ToLookup(each => each.Of, each => new RelationLink(each.Kind, each.Inverse, new(each.Slug, each.Title))),
            steps.ToLookup(each => each.Solution, StageStep.Of),
            moments.ToLookup(each => each.Solution, each => new HistoryMoment(each.Date, SolutionMoment.Said(each.Text, name: null))));
    }

    public IReadOnlyList<RelationLink> RelationsOf(SolutionId solution) => [.. relations[solution]];

    public IReadOnlyList<StageStep> DecisionsOf(SolutionId solution) => [.. decisions[solution]];

    public IReadOnlyList<HistoryMoment> HistoryOf(SolutionId solution) => [.. history[solution]];
}
