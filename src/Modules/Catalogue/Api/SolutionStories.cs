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
        var steps = await db.Decisions.Where(decision => ids.Contains(decision.Solution) && decision.Undone == null).AsNoTracking()
            .OrderBy(decision => decision.Date).ThenBy(decision => decision.Id).ToListAsync(cancellation);
        var moments = await db.Moments.Where(moment => ids.Contains(moment.Solution)).AsNoTracking()
            .OrderBy(moment => moment.Date).ThenBy(moment => moment.Id).ToListAsync(cancellation);
        return new(
            from.Concat(to).OrderBy(each => each.Inverse).ThenBy(each => each.Kind).ThenBy(each => each.Slug, StringComparer.Ordinal)
                .ToLookup(each => each.Of, each => new RelationLink(each.Kind, each.Inverse, new(each.Slug, each.Title))),
            steps.ToLookup(each => each.Solution, each => new StageStep(each.From, each.To, each.Date, each.Body, each.Reason, each.Evidence)
            {
                Refused = each.Refused,
                Maintenance = each.Maintenance,
                Proofs = each.Proofs,
            }),
            moments.ToLookup(each => each.Solution, each => new HistoryMoment(each.Date, SolutionMoment.Said(each.Text, name: null))));
    }

    public IReadOnlyList<RelationLink> RelationsOf(SolutionId solution) => [.. relations[solution]];

    public IReadOnlyList<StageStep> DecisionsOf(SolutionId solution) => [.. decisions[solution]];

    public IReadOnlyList<HistoryMoment> HistoryOf(SolutionId solution) => [.. history[solution]];
}
