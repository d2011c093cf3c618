using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.WebUtilities;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.SignIn;
using Parelmuur.Design;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Accounts.Security;

/// <summary>Remove a passkey. Not the last one while a role needs it and there is no app.</summary>
[EnableRateLimiting(Attempts.Policy)]
internal sealed class RemovePasskeyModel(
    UserManager<Person> people, ProveIdentity prove, AccountMails mails, Words words) : FormPage
{
    private UserPasskeyInfo? passkey;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public CurrentPasswordForm Form { get; set; } = new();

    public string Name => passkey?.Name ?? "";

    public bool HasPassword { get; private set; }

    /// <summary>What the person must do before this page is of use; null when nothing.</summary>
    public string? ShowFirst { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await FindAsync(await prove.PersonAsync(Me)) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var person = await prove.PersonAsync(Me);
        if (await FindAsync(person) is not { } found)
            return NotFound();
        await prove.FactorAsync(person, Form.Current);
        if (!person.TwoFactorEnabled && (await people.GetPasskeysAsync(person)).Count == 1
            && await prove.NeedsSecondFactorAsync(person, cancellation))
            throw new RuleViolation("", "Je rol heeft een tweede stap nodig. Zet eerst de app aan, of voeg een andere passkey toe.");
        mails.Changed(person, "Er is een passkey weggehaald uit je account.");
        (await people.RemovePasskeyAsync(person, found.CredentialId)).MustSucceed();
        Tell(words["De passkey is weg. Haal hem ook weg van je apparaat."]);
        return RedirectToPage("/Security/Index");
    }

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        var person = await prove.PersonAsync(Me);
        (HasPassword, ShowFirst) = (person.PasswordHash is not null, await prove.ShowFirstAsync(person));
        await FindAsync(person);
    }

    private async Task<UserPasskeyInfo?> FindAsync(Person person)
    {
        try
        {
            return passkey ??= await people.GetPasskeyAsync(person, WebEncoders.Base64UrlDecode(Id));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
