using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.SignIn;
using Parelmuur.Design;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Accounts.Security;

/// <summary>Turn off the second step with an app. Not while a role needs it, unless a passkey does the same.</summary>
[EnableRateLimiting(Attempts.Policy)]
internal sealed class SecondStepOffModel(
    UserManager<Person> people, ProveIdentity prove, AccountMails mails, AccountsDb db, Words words) : FormPage
{
    [BindProperty]
    public CurrentPasswordForm Form { get; set; } = new();

    public bool HasPassword { get; private set; }

    /// <summary>What the person must do before this page is of use; null when nothing.</summary>
    public string? ShowFirst { get; private set; }

    /// <summary>Whether a role stands in the way.</summary>
    public bool IsNeeded { get; private set; }

    public async Task<IActionResult> OnGetAsync() => (await prove.PersonAsync(Me)).TwoFactorEnabled ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var person = await prove.PersonAsync(Me);
        if (!person.TwoFactorEnabled)
            return NotFound();
        if (await IsNeededAsync(person, cancellation))
            throw new RuleViolation("", "Je rol heeft de tweede stap nodig. Voeg eerst een passkey toe, of stop de rol.");
        await prove.FactorAsync(person, Form.Current);
        mails.Changed(person, "De tweede stap bij het inloggen staat nu uit.");
        (await people.SetTwoFactorEnabledAsync(person, false)).MustSucceed();
        // A next app gets a secret of its own, and the old recovery codes are worth nothing.
        db.Tokens.RemoveRange(await db.Tokens.Where(each => each.UserId == person.Id).ToListAsync(cancellation));
        await db.SaveChangesAsync(cancellation);
        Tell(words["De tweede stap staat uit."]);
        return RedirectToPage("/Security/Index");
    }

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        var person = await prove.PersonAsync(Me);
        (HasPassword, ShowFirst) = (person.PasswordHash is not null, await prove.ShowFirstAsync(person));
        IsNeeded = await IsNeededAsync(person, cancellation);
    }

    private async Task<bool> IsNeededAsync(Person person, CancellationToken cancellation) =>
        (await people.GetPasskeysAsync(person)).Count == 0 && await prove.NeedsSecondFactorAsync(person, cancellation);
}
