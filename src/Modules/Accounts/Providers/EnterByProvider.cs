using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.Sessions;
using Parelmuur.Accounts.SignUp;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Accounts.Providers;

/// <summary>Lets in who signed in at a provider: signs in, makes an account, ties one to an account.</summary>
internal sealed class EnterByProvider(
    AccountsDb db, UserManager<Person> people, SignInManager<Person> signIn, DecideMembership memberships, EndSessions endSessions,
    TakeOverAccount takeOver, AccountMails mails, IOrganisations organisations, TimeProvider time)
{
    /// <summary>The person who is tied to who signed in there; null when nobody is.</summary>
    public async Task<Person?> FindAsync(Provider provider, ProviderTicket ticket, CancellationToken cancellation) => await (
        from link in db.ProviderLinks
        join person in db.People on link.Person equals person.Id
        where link.Provider == provider.Key && link.Subject == ticket.Subject && person.Closed == null
        select person).SingleOrDefaultAsync(cancellation);

    /// <summary>Signs the person in, or asks for the second step when the provider did not.</summary>
    /// <returns>Whether the person is in; otherwise the second step is next.</returns>
    public async Task<bool> SignInAsync(Person person, Provider provider, ProviderTicket ticket, CancellationToken cancellation)
    {
        await VouchAsync(person, provider, ticket, cancellation);
        await signIn.Context.SignOutAsync(provider.TicketScheme);
        var begun = new Claim(ClaimTypes.AuthenticationMethod, $"{ticket.Begun}");
        if (person.TwoFactorEnabled && !ticket.SecondFactor)
        {
            // As Identity does after a password; what stands in the second claim comes back in the session.
            await signIn.Context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(new ClaimsIdentity(
                [new Claim(ClaimTypes.Name, $"{person.Id}"), begun], IdentityConstants.TwoFactorUserIdScheme)));
            return false;
        }

        await signIn.SignInWithClaimsAsync(
            person, isPersistent: true, ticket.SecondFactor ? [begun, new("amr", SessionStore.SecondFactorMethod)] : [begun]);
        return true;
    }

    /// <summary>Makes an account for somebody of whom the provider says that the e-mail address is theirs.</summary>
    /// <param name="provider">Who says so.</param>
    /// <param name="ticket">What it says.</param>
    /// <param name="name">The full name, as the person wants it shown.</param>
    /// <param name="chosen">For whom the person says to work, when nothing else tells it.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RuleViolation">There is no name, or somebody took the address meanwhile.</exception>
    public async Task<Person> JoinAsync(
        Provider provider, ProviderTicket ticket, string name, OrganisationId? chosen, CancellationToken cancellation)
    {
        var begun = await people.FindByEmailAsync(ticket.Email!);
        var person = begun is { EmailConfirmed: false, Closed: null } ? begun
            : Person.Join(name, ticket.Email!, Words.IsEnglish ? "en" : "nl", time.GetUtcNow());
        var actor = Actor.Of(person.Id, null);
        if (person == begun)
            await takeOver.RunAsync(person, name, passwordHash: null, actor, cancellation);
        else
            db.Record(new PersonJoined(person.Id), actor);
        person.EmailConfirmed = true;
        db.Record(new EmailConfirmed(person.Id), actor);
        Tie(person, provider, ticket);
        (person == begun ? await people.UpdateAsync(person) : await people.CreateAsync(person)).MustSucceed();
        if (Vouched(ticket) is null && (await OrganisationAsync(ticket, cancellation) ?? chosen) is { } organisation)
            await memberships.RequestAsync(person.Id, organisation, ticket.Role ?? MembershipRole.Contributor, cancellation);
        return person;
    }

    /// <summary>Where the person works by the claims, or else by the e-mail address.</summary>
    public async Task<OrganisationId?> OrganisationAsync(ProviderTicket ticket, CancellationToken cancellation)
    {
        if (Vouched(ticket) is { } vouched)
            return vouched;
        var domain = EmailDomain.In(ticket.Email ?? "");
        return await db.Domains.Where(each => each.Domain == domain).Select(each => (OrganisationId?)each.Organisation).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Ties an account to who signed in at the provider, after proof of both, and mails it.</summary>
    /// <exception cref="RuleViolation">One of both is tied to another already.</exception>
    public async Task LinkAsync(Person person, Provider provider, ProviderTicket ticket, CancellationToken cancellation)
    {
        if (await db.ProviderLinks.AnyAsync(each => each.Provider == provider.Key && each.Person == person.Id, cancellation))
            throw new RuleViolation("", "Je account is al gekoppeld aan deze inlogdienst. Haal die koppeling eerst weg.");
        if (await db.ProviderLinks.AnyAsync(each => each.Provider == provider.Key && each.Subject == ticket.Subject, cancellation))
            throw new RuleViolation("", "Dit account van de inlogdienst hoort al bij een ander account.");
        Tie(person, provider, ticket);
        mails.Changed(person, "Je kunt nu ook inloggen met een inlogdienst. Je ziet welke bij Beveiliging.");
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (Exception error) when (PlatformDb.MayHaveLost(error) && !cancellation.IsCancellationRequested)
        {
            // The button was pressed twice, or somebody tied one of both at the same moment.
            db.ChangeTracker.Clear();
            throw new RuleViolation("", "Deze koppeling werd net al gemaakt. Kijk bij Beveiliging of zij klopt.");
        }

        await VouchAsync(person, provider, ticket, cancellation);
        await signIn.Context.SignOutAsync(provider.TicketScheme);
    }

    /// <summary>Takes a link away, signs out where it was used, and mails it.</summary>
    /// <param name="person">Whose account.</param>
    /// <param name="link">The link.</param>
    /// <param name="except">The session that goes on.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task UnlinkAsync(Person person, ProviderLink link, Guid except, CancellationToken cancellation)
    {
        db.ProviderLinks.Remove(link);
        db.Record(new ProviderUnlinked(person.Id, link.Provider), Actor.Of(person.Id, null));
        await endSessions.OfProviderAsync(
            person.Id, ProviderSession.Of(link.Provider, sid: null), time.GetUtcNow(), except, by: null, cancellation);
        mails.Changed(person, "Je kunt niet meer inloggen met een van je inlogdiensten.");
        await db.SaveChangesAsync(cancellation);
    }

    private void Tie(Person person, Provider provider, ProviderTicket ticket)
    {
        db.ProviderLinks.Add(ProviderLink.Of(provider.Key, ticket.Subject, person.Id, time.GetUtcNow()));
        db.Record(new ProviderLinked(person.Id, provider.Key), Actor.Of(person.Id, null));
    }

    // A role that somebody here refused or ended stays so: what a provider says counts once.
    private async Task VouchAsync(Person person, Provider provider, ProviderTicket ticket, CancellationToken cancellation)
    {
        if (ticket.Role is { } role && Vouched(ticket) is { } organisation && !await db.Memberships.AnyAsync(
            each => each.Person == person.Id && each.Organisation == organisation && each.Role == role, cancellation))
            await memberships.RequestAsync(person.Id, organisation, role, cancellation, provider.Key);
    }

    private OrganisationId? Vouched(ProviderTicket ticket) =>
        ticket is { Organisation: { } slug, Role: not null } ? organisations.FindBySlug(slug)?.Id : null;
}
