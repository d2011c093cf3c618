using System.Text.Json.Serialization;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts;

/// <summary>The door of Accounts: who is who among the people, and how to reach them.</summary>
public interface IAccounts
{
    /// <summary>The names of these people, for everyone to see. Unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<PersonId, PersonSummary>> PeopleAsync(
        IReadOnlyCollection<PersonId> people, CancellationToken cancellation);

    /// <summary>Where these people get their mail. Never for a page: only to send something.</summary>
    Task<IReadOnlyDictionary<PersonId, MailAddressOf>> MailAddressesAsync(
        IReadOnlyCollection<PersonId> people, CancellationToken cancellation);

    /// <summary>Lets a person get mail about what they follow more often, less often or never.</summary>
    /// <returns>How often it was; null when there is no such account.</returns>
    Task<MailRhythm?> SetRhythmAsync(PersonId person, MailRhythm rhythm, CancellationToken cancellation);

    /// <summary>The people with a role at an organisation, by name.</summary>
    Task<IReadOnlyList<PersonSummary>> MembersAsync(
        OrganisationId organisation, MembershipRole role, CancellationToken cancellation);

    /// <summary>The people with a role at each of these organisations, by name.</summary>
    Task<ILookup<OrganisationId, PersonSummary>> MembersAsync(
        IReadOnlyCollection<OrganisationId> organisations, MembershipRole role, CancellationToken cancellation);

    /// <summary>Which of these people worked for the organisation beside them, and do so no longer: an end that can still be undone is none.</summary>
    Task<IReadOnlyList<(PersonId Person, OrganisationId Organisation)>> LeftAsync(
        IReadOnlyCollection<(PersonId Person, OrganisationId Organisation)> asked, CancellationToken cancellation);

    /// <summary>Lets the roles of people of municipalities that ended show at who carries on. What moved already stays.</summary>
    /// <param name="on">The reorganisations that had taken effect by this day.</param>
    /// <param name="actor">Who does it; null to see only what would move.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Per municipality that ended the number of roles.</returns>
    Task<IReadOnlyDictionary<OrganisationId, int>> ReorganiseAsync(DateOnly on, Actor? actor, CancellationToken cancellation);

    /// <summary>The people with a role on the platform.</summary>
    Task<IReadOnlyList<PersonSummary>> WithPlatformRoleAsync(PlatformRoles role, CancellationToken cancellation);
}

/// <summary>Makes a platform manager without the site, for who runs the house.</summary>
public interface IFirstManager
{
    /// <summary>Makes the account, or gives the role to the one that has the address already.</summary>
    /// <returns>The link with which the person chooses a password; null when there was an account with an address that was confirmed.</returns>
    /// <exception cref="Parelmuur.Kernel.Rules.RuleViolation">Name or address cannot be used.</exception>
    Task<string?> MakeAsync(string name, string email, CancellationToken cancellation);
}

/// <summary>A person as everyone may see.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">The full name, or "Oud-medewerker".</param>
/// <param name="IsClosed">Whether the account is closed, so that the person cannot be asked anything.</param>
public sealed record PersonSummary(PersonId Id, string Name, bool IsClosed);

/// <summary>Where and how a person gets mail.</summary>
/// <param name="Email">The address.</param>
/// <param name="Name">The full name.</param>
/// <param name="Language">"nl" or "en".</param>
/// <param name="Rhythm">How often.</param>
public sealed record MailAddressOf(string Email, string Name, string Language, MailRhythm Rhythm)
{
    /// <summary>Whether the person wants mail about more than the account and what happens to solutions of its own.</summary>
    public bool WantsNews => Rhythm != MailRhythm.Never;
}

/// <summary>How often a person wants mail about what they follow.</summary>
public enum MailRhythm
{
    /// <summary>At once.</summary>
    Direct,

    /// <summary>Once a day, with everything in it.</summary>
    Daily,

    /// <summary>Once a week, with everything in it.</summary>
    Weekly,

    /// <summary>Never; it stands on the site only.</summary>
    Never,
}

/// <summary>What another room keeps about a person, for the page and the file "Mijn gegevens".</summary>
/// <remarks>Register it as a service. A room that keeps nothing but the ledger needs none: the ledger is in the file.</remarks>
public interface IPersonalData
{
    /// <summary>All of it.</summary>
    Task<PersonalData> OfAsync(PersonId person, CancellationToken cancellation);
}

/// <summary>One list in what is kept about a person.</summary>
/// <param name="Name">What it is called in the file, in English: "follows".</param>
/// <param name="Title">What people call it: a key of <c>Words</c>.</param>
/// <param name="Rows">Records that become JSON.</param>
public sealed record PersonalData(string Name, string Title, IReadOnlyList<object> Rows);

/// <summary>Something happened to an account.</summary>
/// <param name="Person">Whose account.</param>
public abstract record AccountEvent(PersonId Person) : LedgerEvent(Person.Value)
{
    /// <inheritdoc/>
    public override string Subject => "Person";
}

/// <summary>Somebody made an account.</summary>
[Told("Account gemaakt")]
public sealed record PersonJoined(PersonId Person) : AccountEvent(Person);

/// <summary>Somebody showed to own the e-mail address of the account.</summary>
[Told("E-mailadres bevestigd")]
public sealed record EmailConfirmed(PersonId Person) : AccountEvent(Person);

/// <summary>Somebody signed in.</summary>
/// <param name="Person">Who.</param>
/// <param name="SecondFactor">Whether with a second factor.</param>
/// <param name="Provider">The key of the identity provider; null when it was here.</param>
[Told("Ingelogd")]
public sealed record SignedIn(
    PersonId Person, bool SecondFactor, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Provider = null) : AccountEvent(Person);

/// <summary>One or more browsers were signed out.</summary>
[Told("Uitgelogd")]
public sealed record SignedOut(PersonId Person, int Sessions) : AccountEvent(Person);

/// <summary>Somebody works for another organisation from now on, in one browser or more.</summary>
[Told("Voor een andere organisatie gaan werken")]
public sealed record OrganisationChosen(PersonId Person, OrganisationId? Organisation) : AccountEvent(Person);

/// <summary>A person can sign in with an account at an identity provider from now on.</summary>
/// <param name="Person">Whose account.</param>
/// <param name="Provider">The key of the provider.</param>
[Told("Inlogdienst gekoppeld")]
public sealed record ProviderLinked(PersonId Person, string Provider) : AccountEvent(Person);

/// <summary>A person cannot sign in with an account at an identity provider any more.</summary>
/// <param name="Person">Whose account.</param>
/// <param name="Provider">The key of the provider.</param>
[Told("Inlogdienst ontkoppeld")]
public sealed record ProviderUnlinked(PersonId Person, string Provider) : AccountEvent(Person);

/// <summary>A platform manager helped somebody to sign in, or closed the door.</summary>
/// <param name="Person">Whose account.</param>
/// <param name="What">What was done.</param>
/// <param name="Proof">How the manager knew who asked.</param>
[Told("Geholpen met inloggen")]
public sealed record SignInHelped(PersonId Person, SignInHelp What, string Proof) : AccountEvent(Person);

/// <summary>What a platform manager can do for who cannot sign in, or must not.</summary>
public enum SignInHelp
{
    /// <summary>Sign out everywhere.</summary>
    SignOut,

    /// <summary>Sign out, and take away app, recovery codes and passkeys.</summary>
    RemoveSecondStep,
}

/// <summary>Parts of an account changed; only their names are kept.</summary>
[Told("Account gewijzigd")]
public sealed record AccountChanged(PersonId Person, IReadOnlyList<string> Parts) : AccountEvent(Person);

/// <summary>An account was closed.</summary>
/// <param name="Person">Whose.</param>
/// <param name="NameForgotten">Whether the name is no longer shown at contributions.</param>
[Told("Account gesloten")]
public sealed record AccountClosed(PersonId Person, bool NameForgotten) : AccountEvent(Person);

/// <summary>A person got other roles on the platform.</summary>
[Told("Rollen op het platform gewijzigd")]
public sealed record PlatformRolesGiven(PersonId Person, PlatformRoles Roles) : AccountEvent(Person);

/// <summary>Somebody looked at, or took away, what is not public.</summary>
/// <remarks>It stands in the ledger, so that nobody can look unseen; pages do not change by it.</remarks>
/// <param name="Organisation">Whose it is; null when it was of all organisations at once.</param>
/// <param name="What">Which view: "ledger", "ledger export", "requests", "own data".</param>
[Told("Bekeken wat niet openbaar is")]
public sealed record PrivateDataSeen(OrganisationId? Organisation, string What) : LedgerEvent(Organisation?.Value ?? Guid.Empty)
{
    /// <inheritdoc/>
    public override string Subject => "Organisation";
}

/// <summary>The site wrote a link to its log with which the first platform manager makes an account.</summary>
[Told("Link voor de eerste beheerder gemaakt")]
public sealed record SetupOffered(Guid Code) : LedgerEvent(Code)
{
    /// <inheritdoc/>
    public override string Subject => "Setup";
}

/// <summary>Something happened to the membership of a person at an organisation.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Person">The person.</param>
/// <param name="Role">The role it is about.</param>
public abstract record MembershipEvent(OrganisationId Organisation, PersonId Person, MembershipRole Role)
    : LedgerEvent(Organisation.Value)
{
    /// <inheritdoc/>
    public override string Subject => "Organisation";
}

/// <summary>A person asked for a role.</summary>
[Told("Rol aangevraagd")]
public sealed record MembershipRequested(OrganisationId Organisation, PersonId Person, MembershipRole Role)
    : MembershipEvent(Organisation, Person, Role);

/// <summary>A person got a role.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Person">The person.</param>
/// <param name="Role">The role.</param>
/// <param name="ByDomain">Whether the e-mail domain decided.</param>
/// <param name="ByProvider">The key of the identity provider that vouched for it; null when none did.</param>
[Told("Rol toegekend")]
public sealed record MembershipApproved(
    OrganisationId Organisation, PersonId Person, MembershipRole Role, bool ByDomain,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ByProvider = null)
    : MembershipEvent(Organisation, Person, Role);

/// <summary>A person has a role at the municipality that carries on the work of the one where the person had it.</summary>
[Told("Rol ging mee bij een herindeling")]
public sealed record MembershipMoved(OrganisationId Organisation, PersonId Person, MembershipRole Role)
    : MembershipEvent(Organisation, Person, Role);

/// <summary>A person had a role at a municipality that ended; who carries on decides about it.</summary>
[Told("Rol gevraagd na een herindeling")]
public sealed record MembershipAskedAfterReorganisation(OrganisationId Organisation, PersonId Person, MembershipRole Role)
    : MembershipEvent(Organisation, Person, Role);

/// <summary>A person did not get a role.</summary>
[Told("Rol geweigerd")]
public sealed record MembershipRefused(OrganisationId Organisation, PersonId Person, MembershipRole Role)
    : MembershipEvent(Organisation, Person, Role);

/// <summary>A person has a role no more.</summary>
[Told("Rol gestopt")]
public sealed record MembershipEnded(OrganisationId Organisation, PersonId Person, MembershipRole Role)
    : MembershipEvent(Organisation, Person, Role);

/// <summary>A person got back a role that was ended by mistake.</summary>
[Told("Rol teruggegeven")]
public sealed record MembershipRestored(OrganisationId Organisation, PersonId Person, MembershipRole Role)
    : MembershipEvent(Organisation, Person, Role);

/// <summary>An organisation lets people in by their e-mail domain, or no longer.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Domain">The domain.</param>
/// <param name="Allowed">Whether from now on.</param>
[Told("E-maildomein toegelaten of weggehaald")]
public sealed record EmailDomainSet(OrganisationId Organisation, string Domain, bool Allowed) : LedgerEvent(Organisation.Value)
{
    /// <inheritdoc/>
    public override string Subject => "Organisation";
}
