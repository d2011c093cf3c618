using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.Sessions;
using Parelmuur.Accounts.SignIn;
using Parelmuur.Design;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Accounts.Security;

/// <summary>Add a passkey. A small script asks the challenge, lets the device make the key, and sends the form.</summary>
[EnableRateLimiting(Attempts.Policy)]
internal sealed class AddPasskeyModel(
    UserManager<Person> people, SignInManager<Person> signIn, ProveIdentity prove, AccountMails mails, AccountsDb db, Words words) : FormPage
{
    private const int AtMost = 10;

    [BindProperty]
    public AddPasskeyForm Form { get; set; } = new();

    public bool HasPassword { get; private set; }

    /// <summary>What the person must do before this page is of use; null when nothing.</summary>
    public string? ShowFirst { get; private set; }

    /// <summary>The challenge for the device, as JSON; only for who typed the password.</summary>
    public async Task<IActionResult> OnPostChallengeAsync()
    {
        var person = await prove.PersonAsync(Me);
        await prove.FactorAsync(person, Form.Current);
        return Content(
            await signIn.MakePasskeyCreationOptionsAsync(
                new() { Id = $"{person.Id}", Name = person.Email!, DisplayName = person.FullName }),
            "application/json");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var person = await prove.PersonAsync(Me);
        await prove.FactorAsync(person, Form.Current);
        if ((await people.GetPasskeysAsync(person)).Count >= AtMost)
            throw new RuleViolation("", "Je hebt al 10 passkeys. Haal er eerst een weg.");
        var made = await AttestAsync();
        if (made is not { Succeeded: true } || made.UserEntity.Id != $"{person.Id}")
            throw new RuleViolation("", "De passkey is niet gemaakt. Probeer het opnieuw.");

        made.Passkey.Name = string.IsNullOrWhiteSpace(Form.Name) ? words["Passkey"] : Form.Name.Trim();
        // The device asked for finger, face or passcode, so this browser just showed a second factor.
        var session = await db.Sessions.SingleAsync(each => each.Id == Me.Session, cancellation);
        session.ShowSecondFactor();
        SessionStore.Rekey(session, HttpContext);
        mails.Changed(person, "Er is een passkey toegevoegd aan je account.");
        (await people.AddOrUpdatePasskeyAsync(person, made.Passkey)).MustSucceed();
        Tell(words["Je passkey is bewaard."]);
        return RedirectToPage("/Security/Index");
    }

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        var person = await prove.PersonAsync(Me);
        (HasPassword, ShowFirst) = (person.PasswordHash is not null, await prove.ShowFirstAsync(person));
    }

    private async Task<PasskeyAttestationResult?> AttestAsync()
    {
        try
        {
            return string.IsNullOrEmpty(Form.Credential) ? null : await signIn.PerformPasskeyAttestationAsync(Form.Credential);
        }
        catch (InvalidOperationException)
        {
            return null; // There was no challenge, or it was too long ago.
        }
    }
}

/// <summary>What adding a passkey asks.</summary>
internal sealed class AddPasskeyForm
{
    public const int NameLength = 60, CredentialLength = 20_000;

    [StringLength(NameLength, ErrorMessage = "Maak de naam korter.")]
    public string? Name { get; set; }

    [StringLength(Person.MaxPasswordLength, ErrorMessage = "Dit wachtwoord is te lang.")]
    public string? Current { get; set; }

    /// <summary>What the device made, as JSON; filled in by the script.</summary>
    [StringLength(CredentialLength)]
    public string? Credential { get; set; }
}
