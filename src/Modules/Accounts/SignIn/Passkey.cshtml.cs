using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.Security;
using Parelmuur.Accounts.Sessions;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Accounts.SignIn;

/// <summary>Sign in with a passkey. The device asks finger, face or passcode, so it counts as two factors.</summary>
[EnableRateLimiting(Attempts.Policy)]
internal sealed class PasskeyModel(UserManager<Person> people, SignInManager<Person> signIn) : FormPage
{
    [BindProperty]
    public PasskeyForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "terug")]
    public string? Back { get; set; }

    public IActionResult OnGet() => RedirectToPage("/SignIn/Index", new { terug = Back });

    /// <summary>The challenge for the device, as JSON. It names nobody: the passkey itself says whose it is.</summary>
    public async Task<IActionResult> OnPostChallengeAsync() =>
        Content(await signIn.MakePasskeyRequestOptionsAsync(user: null), "application/json");

    public async Task<IActionResult> OnPostAsync()
    {
        if (CurrentPerson.Of(User) is not null)
            return this.GoOn(Back);
        if (await AssertAsync() is not { Succeeded: true, User: { Closed: null, EmailConfirmed: true } person } shown)
            throw new RuleViolation("", "Inloggen met je passkey lukte niet. Probeer het opnieuw, of log in met je wachtwoord.");
        (await people.AddOrUpdatePasskeyAsync(person, shown.Passkey)).MustSucceed();
        await signIn.SignInWithClaimsAsync(person, isPersistent: true, [new("amr", SessionStore.SecondFactorMethod)]);
        return this.GoOn(Back);
    }

    private async Task<PasskeyAssertionResult<Person>?> AssertAsync()
    {
        try
        {
            return string.IsNullOrEmpty(Form.Credential) ? null : await signIn.PerformPasskeyAssertionAsync(Form.Credential);
        }
        catch (InvalidOperationException)
        {
            return null; // There was no challenge, or it was too long ago.
        }
    }
}

/// <summary>What signing in with a passkey sends.</summary>
internal sealed class PasskeyForm
{
    /// <summary>What the device answered, as JSON; filled in by the script.</summary>
    [StringLength(AddPasskeyForm.CredentialLength)]
    public string? Credential { get; set; }
}
