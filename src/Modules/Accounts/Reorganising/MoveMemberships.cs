using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Accounts.Reorganising;

/// <summary>Lets the roles of people of municipalities that ended show at who carries on; after a split each of them decides.</summary>
/// <remarks>
/// The old roles stay as they were. A municipality that existed already has coordinators of its own: who was coordinator or authoriser of what joined it works
/// there with the next lighter role, and its coordinators decide about the rest. What was decided there once is not done again.
/// </remarks>
internal sealed class MoveMemberships(AccountsDb db, IOrganisations organisations, TimeProvider time)
{
    /// <summary>Does it.</summary>
    /// <param name="on">The reorganisations that had taken effect by this day.</param>
    /// <param name="actor">Who does it; null to see only what would move.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Per municipality that ended the number of roles.</returns>
    public async Task<IReadOnlyDictionary<OrganisationId, int>> RunAsync(DateOnly on, Actor? actor, CancellationToken cancellation)
    {
        var ended = organisations.AllMunicipalities.Where(each => each.ValidUntil <= on).ToDictionary(each => each.Id);
        var theirs = ended.Keys.ToList();
        var held = await (
            from membership in db.Memberships
            join person in db.People on membership.Person equals person.Id
            where membership.State == MembershipState.Approved && theirs.Contains(membership.Organisation) && person.Closed == null
            orderby membership.Id
            select membership).AsNoTracking().ToListAsync(cancellation);
        var people = held.Select(each => each.Person).Distinct().ToList();
        var known = (await db.Memberships.AsNoTracking().Where(each => people.Contains(each.Person)).ToListAsync(cancellation))
            .Where(each => each.Origin is not null || each.State is MembershipState.Approved or MembershipState.Requested)
            .Select(each => (each.Person, each.Organisation, each.Role)).ToHashSet();
        var moved = new Dictionary<OrganisationId, int>();
        foreach (var membership in held)
        {
            var before = ended[membership.Organisation];
            var successors = organisations.SuccessorsOn(before.Id, on);
            foreach (var (successor, role, asks) in successors.SelectMany(each => RolesAt(each, before, membership.Role, successors.Count > 1)))
            {
                if (!known.Add((membership.Person, successor.Id, role)))
                    continue;
                moved[before.Id] = moved.GetValueOrDefault(before.Id) + 1;
                if (actor is not null)
                    Add(membership, successor.Id, role, asks, actor);
            }
        }

        await db.SaveChangesAsync(cancellation);
        return moved;
    }

    private void Add(Membership old, OrganisationId successor, MembershipRole role, bool asks, Actor actor)
    {
        db.Memberships.Add(Membership.ComeFrom(old, successor, role, asks, time.GetUtcNow()));
        db.Record(
            asks ? new MembershipAskedAfterReorganisation(successor, old.Person, role) : new MembershipMoved(successor, old.Person, role), actor);
    }

    private static IEnumerable<(Municipality At, MembershipRole Role, bool Asks)> RolesAt(Municipality successor, Municipality before, MembershipRole role, bool split)
    {
        if (split)
            return [(successor, role, true)];
        var existed = before.ValidUntil is { } end && successor.ExistsOn(end.AddDays(-1));
        return (existed, role) switch
        {
            (true, MembershipRole.Coordinator) => [(successor, MembershipRole.Contributor, false), (successor, role, true)],
            (true, MembershipRole.Authoriser) => [(successor, MembershipRole.Reader, false), (successor, role, true)],
            _ => [(successor, role, false)],
        };
    }
}
