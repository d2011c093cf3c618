using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Accounts.Memberships;

/// <summary>Asks for a role at an organisation, and decides about it.</summary>
internal sealed class DecideMembership(AccountsDb db, MembershipMails mails, TimeProvider time)
{
    /// <summary>Asks for a role. An e-mail domain of the organisation lets readers and contributors in at once.</summary>
    /// <param name="person">Who asks.</param>
    /// <param name="organisation">Where.</param>
    /// <param name="role">Which role.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="vouchedBy">The key of an identity provider that says so; it lets in whom an e-mail domain could let in.</param>
    /// <returns>The membership; the same one when it was asked before.</returns>
    public async Task<Membership> RequestAsync(
        PersonId person, OrganisationId organisation, MembershipRole role, CancellationToken cancellation, string? vouchedBy = null)
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
        if (asker.EmailConfirmed)
            await LetInOrAskAsync(membership, asker.Email!, asker.FullName, cancellation, vouchedBy);
        await db.SaveChangesAsync(cancellation);
        return membership;
    }

    /// <summary>Lets in by e-mail domain whoever asked before the address was confirmed, or tells who may decide. The caller saves.</summary>
    public async Task OnEmailConfirmedAsync(PersonId person, string email, string name, CancellationToken cancellation)
    {
        var waiting = await db.Memberships
            .Where(each => each.Person == person && each.State == MembershipState.Requested).ToListAsync(cancellation);
        foreach (var membership in waiting)
            await LetInOrAskAsync(membership, email, name, cancellation);
    }

    /// <summary>Lets a person in, or refuses with a reason.</summary>
    /// <exception cref="RuleViolation">It was decided already, it is the own request, or the reason is missing.</exception>
    public async Task DecideAsync(Membership membership, bool approve, string reason, CurrentPerson by, CancellationToken cancellation)
    {
        if (approve)
        {
            membership.Approve(by.Id, time.GetUtcNow());
            db.Record(new MembershipApproved(membership.Organisation, membership.Person, membership.Role, ByDomain: false), by.Actor);
            await StartWorkAsync(membership, cancellation);
        }
        else
        {
            membership.Refuse(by.Id, reason, time.GetUtcNow());
            db.Record(new MembershipRefused(membership.Organisation, membership.Person, membership.Role), by.Actor);
        }

        await mails.DecidedAsync(membership, cancellation);
        await SaveAsync(cancellation);
    }

    /// <summary>Ends a role, one's own or that of a colleague, or takes back a request.</summary>
    /// <param name="membership">The role.</param>
    /// <param name="reason">Why; a colleague reads it in a mail.</param>
    /// <param name="by">Who ends it.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task EndAsync(Membership membership, string reason, CurrentPerson by, CancellationToken cancellation)
    {
        var held = membership.State == MembershipState.Approved;
        membership.End(time.GetUtcNow(), reason);
        db.Record(new MembershipEnded(membership.Organisation, membership.Person, membership.Role), by.Actor);
        if (held && membership.Role == MembershipRole.Coordinator)
            await mails.IfLastCoordinatorAsync(membership.Organisation, membership.Person, cancellation);
        if (membership.Person != by.Id)
            await mails.EndedAsync(membership, cancellation);
        await StopWorkAsync(membership, cancellation);
        await SaveAsync(cancellation);
    }

    /// <summary>Gives back a role that was ended by mistake.</summary>
    /// <exception cref="RuleViolation">It was too long ago.</exception>
    public async Task RestoreAsync(Membership membership, CurrentPerson by, CancellationToken cancellation)
    {
        membership.Restore(time.GetUtcNow());
        db.Record(new MembershipRestored(membership.Organisation, membership.Person, membership.Role), by.Actor);
        await StartWorkAsync(membership, cancellation);
        await SaveAsync(cancellation);
    }

    private async Task LetInOrAskAsync(
        Membership membership, string email, string name, CancellationToken cancellation, string? vouchedBy = null)
    {
        var vouched = vouchedBy is not null && membership.Role <= MembershipRole.Contributor;
        if (!vouched && !await LetsInAsync(email, membership, cancellation))
        {
            await mails.RequestedAsync(membership, name, cancellation);
            return;
        }

        membership.Approve(by: null, time.GetUtcNow());
        db.Record(
            new MembershipApproved(membership.Organisation, membership.Person, membership.Role, ByDomain: !vouched, vouched ? vouchedBy : null),
            Actor.Of(membership.Person, membership.Organisation));
        await StartWorkAsync(membership, cancellation);
    }

    private async Task<bool> LetsInAsync(string email, Membership membership, CancellationToken cancellation)
    {
        if (membership.Role > MembershipRole.Contributor)
            return false;
        var domain = EmailDomain.In(email);
        return await db.Domains.AnyAsync(
            each => each.Domain == domain && each.Organisation == membership.Organisation, cancellation);
    }

    // Who had no organisation yet works for this one from the next click on, without signing in again.
    private async Task StartWorkAsync(Membership membership, CancellationToken cancellation)
    {
        foreach (var session in await db.Sessions
            .Where(each => each.Person == membership.Person && each.Organisation == null).ToListAsync(cancellation))
            session.WorkFor(membership.Organisation);
    }

    // Who has no role left at the organisation goes on at another one, if there is any.
    private async Task StopWorkAsync(Membership membership, CancellationToken cancellation)
    {
        var left = await db.Memberships
            .Where(each => each.Person == membership.Person && each.State == MembershipState.Approved && each.Id != membership.Id)
            .OrderByDescending(each => each.Decided).Select(each => each.Organisation).ToListAsync(cancellation);
        if (left.Contains(membership.Organisation))
            return;
        foreach (var session in await db.Sessions
            .Where(each => each.Person == membership.Person && each.Organisation == membership.Organisation).ToListAsync(cancellation))
            session.WorkFor(left.Count > 0 ? left[0] : null);
    }

    private async Task SaveAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleViolation("", Membership.AlreadyDecided);
        }
    }
}
