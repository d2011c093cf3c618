using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Parelmuur.Accounts.People;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;
using SignInResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace Parelmuur.Accounts.SignIn;

/// <summary>The second step: a code from the app, or one of the recovery codes.</summary>
[EnableRateLimiting(Attempts.Policy)]
internal sealed class SecondStepModel(UserManager<Person> people, SignInManager<Person> signIn, UsedCodes usedCodes) : FormPage
{
    [BindProperty]
    public SecondStepForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "terug")]
    public string? Back { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("/SignIn/Index", new { terug = Back }) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (CurrentPerson.Of(User) is not null)
            return this.GoOn(Back);
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } person)
            return RedirectToPage("/SignIn/Index", new { terug = Back });
        var code = string.Concat(Form.Code.Where(char.IsLetterOrDigit));
        var isFromApp = code.Length == SecondStepForm.AppCodeLength && code.All(char.IsAsciiDigit);
        // A used code goes on as a wrong one, so that it counts for the lock.
        if (isFromApp && !await usedCodes.UseAsync(person, code))
            code = "";
        var result = isFromApp
            ? await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: true, rememberClient: false)
            : await RecoverAsync(person);
        if (result.IsLockedOut)
            throw new RuleViolation("", "Er is te vaak een verkeerde code gebruikt. Probeer het over 15 minuten opnieuw.");
        if (!result.Succeeded)
            throw new RuleViolation(nameof(Form.Code), "Deze code klopt niet. Gebruik de nieuwste code uit de app, of een herstelcode.");
        return this.GoOn(Back);
    }

    // Identity counts wrong codes of the app only, and lets a recovery code pass by the lock.
    private async Task<SignInResult> RecoverAsync(Person person)
    {
        if (await people.IsLockedOutAsync(person))
            return SignInResult.LockedOut;
        var result = await signIn.TwoFactorRecoveryCodeSignInAsync(Form.Code.Trim());
        if (result.Succeeded)
            return result;
        (await people.AccessFailedAsync(person)).MustSucceed();
        return await people.IsLockedOutAsync(person) ? SignInResult.LockedOut : result;
    }
}

/// <summary>What the second step asks.</summary>
internal sealed class SecondStepForm
{
    public const int AppCodeLength = 6, MaxLength = 40;

    [Required(ErrorMessage = "Vul de code in.")]
    [StringLength(MaxLength, ErrorMessage = "Deze code is te lang.")]
    public string Code { get; set; } = "";
}
