using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.Ledger;

namespace Parelmuur.Joining.Rollouts;

/// <summary>Names roll-outs, after their solution, for who reads the ledger.</summary>
internal sealed class NamesOfRollouts(JoiningDb db, ICatalogue catalogue) : ISubjectNames
{
    /// <inheritdoc/>
    public string Subject => "Rollout";

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<Guid, SubjectName>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var rollouts = await db.Rollouts.Where(each => ids.Contains(each.Id)).Select(each => new { each.Id, each.Solution }).ToListAsync(cancellation);
        var cards = await catalogue.CardsAsync([.. rollouts.Select(each => each.Solution).Distinct()], cancellation);
        return rollouts.Where(each => cards.ContainsKey(each.Solution))
            .ToDictionary(each => each.Id, each => new SubjectName(cards[each.Solution].Title));
    }
}
