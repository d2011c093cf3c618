using Microsoft.AspNetCore.Mvc.RazorPages;
using Parelmuur.Accounts;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Rollouts;

/// <summary>All roll-outs of the organisation for which a person works.</summary>
internal sealed class RolloutsModel(JoiningDb db, ICatalogue catalogue, IAccounts accounts, IOrganisations organisations) : PageModel
{
    public IReadOnlyList<RolloutLine> Lines { get; private set; } = [];

    public IReadOnlyDictionary<SolutionId, SolutionCard> Cards { get; private set; } = new Dictionary<SolutionId, SolutionCard>();

    /// <summary>The names of colleagues who have a next step.</summary>
    public IReadOnlyDictionary<PersonId, PersonSummary> People { get; private set; } = new Dictionary<PersonId, PersonSummary>();

    public string Organisation { get; private set; } = "";

    public DateOnly Today => organisations.Today;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var me = CurrentPerson.Of(User)!;
        Organisation = organisations.Find(me.Organisation!.Value)?.Name ?? "";
        Lines = await db.RolloutsOfAsync(me.Lineage, cancellation);
        Cards = await catalogue.CardsAsync([.. Lines.Select(line => line.Rollout.Solution).Distinct()], cancellation);
        var people = Lines.Select(line => line.Next?.Assigned).OfType<PersonId>().Distinct().ToList();
        if (people.Count > 0)
            People = await accounts.PeopleAsync(people, cancellation);
    }
}
