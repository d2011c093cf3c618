using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>What happened to solutions, by id, for who only visits. Most have no past, and are not asked for.</summary>
internal sealed class KeptPasts(IServiceScopeFactory scopes) : KeptPerSolution<SolutionPast>(scopes)
{
    public override string Name => "pasts of solutions";

    protected override async Task<IReadOnlyDictionary<SolutionId, SolutionPast>> ReadAsync(
        CatalogueDb db, IReadOnlyList<SolutionId> solutions, CancellationToken cancellation)
    {
        var decisions = (await SolutionPast.DecisionsAsync(db, solutions, cancellation)).ToLookup(decision => decision.Solution, StageStep.Of);
        var moments = (await SolutionPast.MomentsAsync(db, solutions, cancellation)).ToLookup(moment => moment.Solution);
        return solutions.ToDictionary(id => id, id => new SolutionPast([.. decisions[id]], [.. moments[id]]));
    }
}

/// <summary>What happened to a solution.</summary>
/// <param name="Decisions">The steps that still stand, oldest first.</param>
/// <param name="Moments">What else is told, oldest first.</param>
internal sealed record SolutionPast(IReadOnlyList<StageStep> Decisions, IReadOnlyList<SolutionMoment> Moments)
{
    /// <summary>Reads the decisions about these solutions that still stand, oldest first.</summary>
    public static Task<List<StageDecision>> DecisionsAsync(CatalogueDb db, IReadOnlyList<SolutionId> solutions, CancellationToken cancellation) =>
        db.Decisions.AsNoTracking().Where(decision => solutions.Contains(decision.Solution) && decision.Undone == null)
            .OrderBy(decision => decision.Date).ThenBy(decision => decision.Id).ToListAsync(cancellation);

    /// <summary>Reads what else is told of these solutions, oldest first.</summary>
    public static Task<List<SolutionMoment>> MomentsAsync(CatalogueDb db, IReadOnlyList<SolutionId> solutions, CancellationToken cancellation) =>
        db.Moments.AsNoTracking().Where(moment => solutions.Contains(moment.Solution))
            .OrderBy(moment => moment.Date).ThenBy(moment => moment.Id).ToListAsync(cancellation);
}
