using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Accounts.Memberships;

/// <summary>Asks for a role at an organisation, and decides about it.</summary>
internal sealed class DecideMembership(AccountsDb db, TimeProvider time)
{
    /// <summary>Asks for a role. An e-mail domain of the organisation lets readers and contributors in at once.</summary>
    /// <returns>The membership; the same one when it was asked before.</returns>
    public async Task<Membership> RequestAsync(
        PersonId person, OrganisationId organisation, MembershipRole role, CancellationToken cancellation)
    {
        var open = await db.Memberships.FirstOrDefaultAsync(
            each => each.Person == person && each.Organisation == organisation && each.Role == role
                && (each.State == MembershipState.Requested || each.State == MembershipState.Approved),
            cancellation);
        if (open is not null)
            return open;

        var asker = await db.People.SingleAsync(each => each.Id == person, cancellation);
        var membership = Membership.Request(person, organisation, role, time.GetUtcNow());
        db.Memberships.Add(membership);
        db.Record(new MembershipRequested(organisation, person, role), Actor.Of(person, organisation));
        if (await LetsInAsync(asker.Email!, asker.EmailConfirmed, membership, cancellation))
        {
            membership.Approve(by: null, time.GetUtcNow());
            db.Record(new MembershipApproved(organisation, person, role, ByDomain: true), Actor.Of(person, organisation));
        }

        await db.SaveChangesAsync(cancellation);
        return membership;
    }

    /// <summary>Lets in by e-mail domain whoever asked before the address was confirmed. The caller saves.</summary>
    public async Task OnEmailConfirmedAsync(PersonId person, string email, CancellationToken cancellation)
    {
        var waiting = await db.Memberships
            .Where(each => each.Person == person && each.State == MembershipState.Requested).ToListAsync(cancellation);
        foreach (var membership in waiting)
        {
            if (!await LetsInAsync(email, confirmed: true, membership, cancellation))
                continue;
            membership.Approve(by: null, time.GetUtcNow());
            db.Record(
                new MembershipApproved(membership.Organisation, person, membership.Role, ByDomain: true),
                Actor.Of(person, membership.Organisation));
        }
    }

    /// <summary>Lets a person in, or refuses with a reason.</summary>
    /// <exception cref="RuleViolation">It was decided already, or the reason is missing.</exception>
    public async Task DecideAsync(Membership membership, bool approve, string reason, CurrentPerson by, CancellationToken cancellation)
    {
        if (approve)
        {
            membership.Approve(by.Id, time.GetUtcNow());
            db.Record(new MembershipApproved(membership.Organisation, membership.Person, membership.Role, ByDomain: false), by.Actor);
        }
        else
        {
            membership.Refuse(by.Id, reason, time.GetUtcNow());
            db.Record(new MembershipRefused(membership.Organisation, membership.Person, membership.Role), by.Actor);
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Ends a role, one's own or that of a colleague.</summary>
    public async Task EndAsync(Membership membership, CurrentPerson by, CancellationToken cancellation)
    {
        membership.End(time.GetUtcNow());
        db.Record(new MembershipEnded(membership.Organisation, membership.Person, membership.Role), by.Actor);
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<bool> LetsInAsync(string email, bool confirmed, Membership membership, CancellationToken cancellation)
    {
        if (!confirmed || membership.Role > MembershipRole.Contributor)
            return false;
        var domain = EmailDomain.In(email);
        return await db.Domains.AnyAsync(
            each => each.Domain == domain && each.Organisation == membership.Organisation, cancellation);
    }
}
