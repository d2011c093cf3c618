using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>Cards by id, drafts too: the wall, search and lists ask for the same ones all day.</summary>
internal sealed class KeptCards(IServiceScopeFactory scopes) : KeptPerSolution<SolutionCard>(scopes)
{
    public override string Name => "cards of solutions";

    protected override async Task<IReadOnlyDictionary<SolutionId, SolutionCard>> ReadAsync(
        CatalogueDb db, IReadOnlyList<SolutionId> solutions, CancellationToken cancellation) =>
        await db.Solutions.Where(solution => solutions.Contains(solution.Id)).Select(SolutionCards.Card)
            .ToDictionaryAsync(card => card.Id, cancellation);
}
