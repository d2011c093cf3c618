using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Accounts.People;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Accounts.Security;

/// <summary>Asks the password again before something that a thief of a session would want to change; of who has none, to sign in again.</summary>
internal sealed class ProveIdentity(UserManager<Person> people, SignInManager<Person> signIn, AccountsDb db, TimeProvider time)
{
    private const string ShowTheApp =
        "Laat eerst je tweede stap zien. Log opnieuw in met een code uit je app, of met je passkey. Ben je die kwijt? Gebruik na je wachtwoord een herstelcode.";

    private const string ShowThePasskey =
        "Laat eerst je tweede stap zien. Log opnieuw in met je passkey. Ben je die kwijt? Vraag dan hulp. Een platformbeheerder kan hem weghalen.";

    // Long enough to look for a button; a session that was stolen is mostly older.
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(10);

    /// <summary>The account of who makes the request.</summary>
    public async Task<Person> PersonAsync(CurrentPerson current) =>
        await people.FindByIdAsync($"{current.Id}") ?? throw new InvalidOperationException("The person is not there.");

    /// <summary>Checks the password of who makes the request. Five wrong ones lock the account, as when signing in.</summary>
    /// <remarks>Who has no password must have signed in just now; the page offers to do so again, see <c>_SignInAgain.cshtml</c>.</remarks>
    /// <exception cref="RuleViolation">It is wrong, or was wrong too often, or signing in was too long ago.</exception>
    public async Task PasswordAsync(Person person, string? password)
    {
        if (person.PasswordHash is null)
        {
            await EnsureSignedInJustNowAsync();
            return;
        }

        if (string.IsNullOrEmpty(password))
            throw new RuleViolation("Current", "Vul je huidige wachtwoord in.");
        var result = await signIn.CheckPasswordSignInAsync(person, password, lockoutOnFailure: true);
        if (result.IsLockedOut)
            throw new RuleViolation("Current", "Er is te vaak een verkeerd wachtwoord gebruikt. Probeer het over 15 minuten opnieuw.");
        if (!result.Succeeded)
            throw new RuleViolation("Current", "Je huidige wachtwoord klopt niet.");
    }

    /// <summary>Checks the password, as <see cref="PasswordAsync"/> does, before anything changes that counts as a second factor.</summary>
    /// <remarks>Who has a second factor must have shown it in this browser: else a password alone would be enough to get another.</remarks>
    /// <exception cref="RuleViolation">The second factor was not shown, or the password is not right.</exception>
    public async Task FactorAsync(Person person, string? password)
    {
        if (await ShowFirstAsync(person) is { } first)
            throw new RuleViolation("", first);
        await PasswordAsync(person, password);
    }

    /// <summary>What somebody is told who has a second factor and did not show it in this browser; null for who did, and for who has none yet.</summary>
    public async Task<string?> ShowFirstAsync(Person person)
    {
        var session = CurrentPerson.Of(signIn.Context.User)?.Session;
        return (await StandingAsync(person.Id, session, CancellationToken.None)).ShowFirst;
    }

    /// <summary>The account of who makes the request, and what <see cref="ShowFirstAsync"/> says of it: in one question.</summary>
    public Task<(Person Person, string? ShowFirst)> StandingAsync(CurrentPerson current, CancellationToken cancellation) =>
        StandingAsync(current.Id, current.Session, cancellation);

    /// <summary>Whether the person has a role that works only with a second factor.</summary>
    public async Task<bool> NeedsSecondFactorAsync(Person person, CancellationToken cancellation) =>
        person.PlatformRoles != PlatformRoles.None
        || await db.Memberships.AnyAsync(
            each => each.Person == person.Id && each.State == MembershipState.Approved
                && (each.Role == MembershipRole.Coordinator || each.Role == MembershipRole.Authoriser),
            cancellation);

    private async Task<(Person Person, string? ShowFirst)> StandingAsync(PersonId id, Guid? session, CancellationToken cancellation)
    {
        var found = await db.People.Where(person => person.Id == id).Select(person => new
        {
            Person = person,
            HasPasskey = db.Passkeys.Any(passkey => passkey.UserId == person.Id),
            Shown = db.Sessions.Any(each => each.Id == session && each.SecondFactor),
        }).SingleAsync(cancellation);
        return (found.Person, found.Shown || !(found.Person.TwoFactorEnabled || found.HasPasskey) ? null
            : found.Person.TwoFactorEnabled ? ShowTheApp : ShowThePasskey);
    }

    private async Task EnsureSignedInJustNowAsync()
    {
        var (session, since) = (CurrentPerson.Of(signIn.Context.User)?.Session, time.GetUtcNow() - JustNow);
        if (!await db.Sessions.AnyAsync(each => each.Id == session && each.Started > since))
            throw new RuleViolation("", "Je bent langer dan 10 minuten geleden ingelogd. Log opnieuw in en probeer het dan nog eens.");
    }
}
