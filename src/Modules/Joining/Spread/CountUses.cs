using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Spread;

/// <summary>Tells the pages of municipalities what was counted for the spread of all solutions.</summary>
internal sealed class CountUses(KeptSpread spread) : IMunicipalityUses
{
    public async Task<IReadOnlyDictionary<OrganisationId, int>> CountAsync(CancellationToken cancellation) =>
        (await spread.TodayAsync(cancellation)).SolutionsAt;
}
