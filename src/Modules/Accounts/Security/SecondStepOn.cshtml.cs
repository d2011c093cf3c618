using System.ComponentModel.DataAnnotations;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.Sessions;
using Parelmuur.Accounts.SignIn;
using Parelmuur.Design;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Accounts.Security;

/// <summary>Turn on the second step: scan a QR code with an app and show that it works. Then the recovery codes come, once.</summary>
[EnableRateLimiting(Attempts.Policy)]
internal sealed class SecondStepOnModel(UserManager<Person> people, ProveIdentity prove, UsedCodes usedCodes, AccountMails mails, AccountsDb db) : FormPage
{
    private const string Issuer = "Parelmuur";
    private const int CodeCount = 10;

    private Person? person;

    [BindProperty]
    public SecondStepOnForm Form { get; set; } = new();

    /// <summary>The secret as people type it over, in groups of four.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The secret as an app scans it.</summary>
    public string Address { get; private set; } = "";

    public bool HasPassword { get; private set; }

    /// <summary>What the person must do before this page is of use; null when nothing.</summary>
    public string? ShowFirst { get; private set; }

    /// <summary>The recovery codes, shown once, after it worked.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        (person, ShowFirst) = await prove.StandingAsync(Me, cancellation);
        return person.TwoFactorEnabled ? RedirectToPage("/Security/Index") : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        person = await prove.PersonAsync(Me);
        if (person.TwoFactorEnabled)
            return RedirectToPage("/Security/Index");
        await prove.FactorAsync(person, Form.Current);
        var code = string.Concat(Form.Code.Where(char.IsAsciiDigit));
        if (!await usedCodes.UseAsync(person, code))
            throw new RuleViolation(nameof(Form.Code), "Deze code klopt niet. Gebruik de nieuwste code uit de app.");

        // This browser just showed the second factor, so its roles wake up at once.
        var session = await db.Sessions.SingleAsync(each => each.Id == Me.Session, cancellation);
        session.ShowSecondFactor();
        SessionStore.Rekey(session, HttpContext);
        mails.Changed(person, "De tweede stap bij het inloggen staat nu aan.");
        (await people.SetTwoFactorEnabledAsync(person, true)).MustSucceed();
        Codes = [.. await people.GenerateNewTwoFactorRecoveryCodesAsync(person, CodeCount) ?? []];
        return Page();
    }

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        if (Codes.Count > 0)
            return;
        // A form that came back may not have got as far as the handler.
        if (person is null)
            (person, ShowFirst) = await prove.StandingAsync(Me, cancellation);
        else if (!ModelState.IsValid)
            ShowFirst = await prove.ShowFirstAsync(person);
        if (ShowFirst is not null)
            return;
        if (await people.GetAuthenticatorKeyAsync(person) is null)
            (await people.ResetAuthenticatorKeyAsync(person)).MustSucceed();
        var key = await people.GetAuthenticatorKeyAsync(person) ?? "";
        Key = string.Join(' ', key.Chunk(4).Select(part => new string(part)));
        Address = $"otpauth://totp/{Issuer}:{UrlEncoder.Default.Encode(person.Email!)}?secret={key}&issuer={Issuer}&digits=6";
        HasPassword = person.PasswordHash is not null;
    }
}

/// <summary>What turning on the second step asks.</summary>
internal sealed class SecondStepOnForm
{
    [Required(ErrorMessage = "Vul de code in.")]
    [StringLength(SecondStepForm.MaxLength, ErrorMessage = "Deze code is te lang.")]
    public string Code { get; set; } = "";

    [StringLength(Person.MaxPasswordLength, ErrorMessage = "Dit wachtwoord is te lang.")]
    public string? Current { get; set; }
}
