using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.Memberships;

/// <summary>Which requests wait, and for whom.</summary>
/// <remarks>Who did not confirm the e-mail address yet does not bother anybody.</remarks>
internal static class WaitingRequests
{
    /// <summary>The roles of coordinator that hold now.</summary>
    public static IQueryable<Membership> Coordinators(this AccountsDb db) =>
        from membership in db.Memberships
        join person in db.People on membership.Person equals person.Id
        where membership.Role == MembershipRole.Coordinator && membership.State == MembershipState.Approved && person.Closed == null
        select membership;

    /// <summary>Every request that waits.</summary>
    public static IQueryable<Membership> Waiting(this AccountsDb db) =>
        from membership in db.Memberships
        join person in db.People on membership.Person equals person.Id
        where membership.State == MembershipState.Requested && person.EmailConfirmed && person.Closed == null
        select membership;

    /// <summary>The requests about which no coordinator can decide: there is none, or only the one who asks.</summary>
    public static IQueryable<Membership> WithoutCoordinator(this AccountsDb db) => db.Waiting().Where(request =>
        !db.Coordinators().Any(each => each.Organisation == request.Organisation && each.Person != request.Person));

    /// <summary>A request, if this person may decide about it: not the own one.</summary>
    public static async Task<Membership?> FindToDecideAsync(
        this AccountsDb db, Guid id, CurrentPerson decider, CancellationToken cancellation)
    {
        var request = decider.Is(MembershipRole.Coordinator)
            ? await Of(db.Waiting().Where(each => each.Organisation == decider.Organisation), id, decider, cancellation)
            : null;
        return request ?? (decider.Is(PlatformRoles.PlatformManager)
            ? await Of(db.WithoutCoordinator(), id, decider, cancellation)
            : null);
    }

    private static Task<Membership?> Of(IQueryable<Membership> requests, Guid id, CurrentPerson decider, CancellationToken cancellation) =>
        requests.SingleOrDefaultAsync(each => each.Id == id && each.Person != decider.Id, cancellation);
}
