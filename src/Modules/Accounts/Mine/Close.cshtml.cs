using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.Security;
using Parelmuur.Accounts.SignIn;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Accounts.Mine;

/// <summary>Close the account. What the person shared stays, under the name or as "oud-medewerker".</summary>
[EnableRateLimiting(Attempts.Policy)]
internal sealed class CloseModel(ProveIdentity prove, CloseAccount close, SignInManager<Person> signIn, Words words) : FormPage
{
    [BindProperty]
    public CloseForm Form { get; set; } = new();

    public bool HasPassword { get; private set; }

    public string Name => Me.Name;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var person = await prove.PersonAsync(Me);
        await prove.PasswordAsync(person, Form.Current);
        if (person.PasswordHash is null && !string.Equals(Form.TypedName?.Trim(), person.FullName, StringComparison.OrdinalIgnoreCase))
            throw new RuleViolation(nameof(Form.TypedName), "Typ je naam zoals die hierboven staat.");
        await close.RunAsync(person, Form.ForgetName, Me, cancellation);
        await signIn.SignOutAsync();
        Response.ForgetStorage();
        Tell(words["Je account is gesloten. Dank voor alles wat je deelde."]);
        return RedirectToPage("/SignIn/Index");
    }

    protected override async Task PrepareAsync(CancellationToken cancellation) =>
        HasPassword = (await prove.PersonAsync(Me)).PasswordHash is not null;
}

/// <summary>Closes an account: ends roles and sessions, and removes what identifies the person.</summary>
internal sealed class CloseAccount(AccountsDb db, DecideMembership decide, AccountMails mails, TimeProvider time)
{
    /// <summary>Closes it.</summary>
    /// <param name="person">Whose account.</param>
    /// <param name="forgetName">Whether contributions become those of an "oud-medewerker".</param>
    /// <param name="by">The person, who asks it.</param>
    /// <param name="cancellation">Stops it before it is saved.</param>
    /// <exception cref="RuleViolation">The person is the last platform manager.</exception>
    public async Task RunAsync(Person person, bool forgetName, CurrentPerson by, CancellationToken cancellation)
    {
        await EnsureAnotherManagerAsync(person, cancellation);
        // All of it or nothing: a half closed account could neither be used nor closed.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        mails.Closed(person);
        foreach (var role in await db.Memberships
            .Where(each => each.Person == person.Id && (each.State == MembershipState.Approved || each.State == MembershipState.Requested))
            .ToListAsync(cancellation))
            await decide.EndAsync(role, "", by, cancellation);
        db.Sessions.RemoveRange(await db.Sessions.Where(each => each.Person == person.Id).ToListAsync(cancellation));
        db.Tokens.RemoveRange(await db.Tokens.Where(each => each.UserId == person.Id).ToListAsync(cancellation));
        db.ProviderLinks.RemoveRange(await db.ProviderLinks.Where(each => each.Person == person.Id).ToListAsync(cancellation));
        db.Passkeys.RemoveRange(await db.Passkeys.Where(each => each.UserId == person.Id).ToListAsync(cancellation));
        person.Close(forgetName, time.GetUtcNow());
        db.Record(new AccountClosed(person.Id, forgetName), by.Actor);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task EnsureAnotherManagerAsync(Person person, CancellationToken cancellation)
    {
        if ((person.PlatformRoles & PlatformRoles.PlatformManager) == PlatformRoles.None)
            return;
        var others = await db.People.Where(each => each.PlatformRoles != PlatformRoles.None && each.Closed == null && each.Id != person.Id)
            .Select(each => each.PlatformRoles).ToListAsync(cancellation);
        if (!others.Exists(roles => (roles & PlatformRoles.PlatformManager) != PlatformRoles.None))
            throw new RuleViolation("", "Je bent de laatste platformbeheerder. Geef eerst een collega die rol.");
    }
}

/// <summary>What closing asks.</summary>
internal sealed class CloseForm
{
    [StringLength(Person.MaxPasswordLength, ErrorMessage = "Dit wachtwoord is te lang.")]
    public string? Current { get; set; }

    [StringLength(Person.NameLength, ErrorMessage = "Typ je naam zoals die hierboven staat.")]
    public string? TypedName { get; set; }

    public bool ForgetName { get; set; }
}
