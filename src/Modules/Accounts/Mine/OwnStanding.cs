using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Accounts.Mine;

/// <summary>On top of the personal page: what the person still needs to take part, and which colleagues wait for this coordinator.</summary>
internal sealed class OwnStanding(AccountsDb db, IOrganisations organisations) : IPersonalSection
{
    /// <inheritdoc/>
    public int Order => 0;

    /// <inheritdoc/>
    public async Task<PersonalSection?> ForAsync(CurrentPerson person, CancellationToken cancellation)
    {
        if (person.Organisation is null)
        {
            var asked = await db.Memberships
                .Where(each => each.Person == person.Id && each.State == MembershipState.Requested)
                .Select(each => each.Organisation).Distinct().ToListAsync(cancellation);
            // Who works for the platform misses nothing without a municipality.
            return asked.Count == 0 && (person.PlatformRoles != PlatformRoles.None || person.RolesSleep)
                ? null : Section(new([.. asked.Select(organisations.Find).OfType<OrganisationSummary>()], 0));
        }

        if (!person.Is(MembershipRole.Coordinator))
            return null;
        var waiting = await db.Waiting().CountAsync(
            each => each.Organisation == person.Organisation && each.Person != person.Id, cancellation);
        return waiting == 0 ? null : Section(new([], waiting));
    }

    private static PersonalSection Section(Standing standing) => new("/Mine/_OwnStanding.cshtml", standing);
}

/// <summary>What stands between a person and taking part.</summary>
/// <param name="Asked">The organisations where the person asked for a role that nobody decided about yet.</param>
/// <param name="Colleagues">How many colleagues wait for this coordinator.</param>
internal sealed record Standing(IReadOnlyList<OrganisationSummary> Asked, int Colleagues);
