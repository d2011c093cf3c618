using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Accounts.Mine;

/// <summary>The personal page: for whom one works, and what other rooms have to say to this person.</summary>
internal sealed class IndexModel(AccountsDb db, IOrganisations organisations, IEnumerable<IPersonalSection> sections) : FormPage
{
    public CurrentPerson Person => Me;

    public IReadOnlyList<PersonalSection> Sections { get; private set; } = [];

    public OrganisationSummary? Organisation => Me.Organisation is { } id ? organisations.Find(id) : null;

    /// <summary>What the person asked for and nobody decided yet.</summary>
    public IReadOnlyList<OrganisationSummary> Waiting { get; private set; } = [];

    /// <summary>How many colleagues wait for this coordinator.</summary>
    public int WaitingForMe { get; private set; }

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        if (Organisation is null)
        {
            var waiting = await db.Memberships
                .Where(each => each.Person == Me.Id && each.State == MembershipState.Requested)
                .Select(each => each.Organisation).Distinct().ToListAsync(cancellation);
            Waiting = [.. waiting.Select(organisations.Find).OfType<OrganisationSummary>()];
        }

        if (Me.Is(MembershipRole.Coordinator))
        {
            WaitingForMe = await db.Waiting().CountAsync(
                each => each.Organisation == Me.Organisation && each.Person != Me.Id, cancellation);
        }

        var found = new List<PersonalSection>();
        foreach (var section in sections.OrderBy(each => each.Order))
        {
            if (await section.ForAsync(Me, cancellation) is { } part)
                found.Add(part);
        }

        Sections = found;
    }
}
