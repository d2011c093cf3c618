using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Spread;

/// <summary>Tells the pages of municipalities what was counted for the spread of all solutions.</summary>
internal sealed class CountUses(KeptSpread spread, IOrganisations organisations) : IMunicipalityUses
{
    public async Task<IReadOnlyDictionary<OrganisationId, int>> CountAsync(CancellationToken cancellation) =>
        organisations.Current.Zip((await spread.TodayAsync(cancellation)).SolutionsAt)
            .Where(each => each.Second > 0).ToDictionary(each => each.First.Id, each => each.Second);
}
