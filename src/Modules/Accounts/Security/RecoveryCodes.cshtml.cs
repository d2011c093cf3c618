using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.SignIn;
using Parelmuur.Design;

namespace Parelmuur.Accounts.Security;

/// <summary>Make new recovery codes; the old ones stop working.</summary>
[EnableRateLimiting(Attempts.Policy)]
internal sealed class RecoveryCodesModel(UserManager<Person> people, ProveIdentity prove, AccountMails mails) : FormPage
{
    private const int CodeCount = 10;

    [BindProperty]
    public CurrentPasswordForm Form { get; set; } = new();

    public int Left { get; private set; }

    public bool HasPassword { get; private set; }

    /// <summary>What the person must do before this page is of use; null when nothing.</summary>
    public string? ShowFirst { get; private set; }

    /// <summary>The new codes, shown once.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => (await prove.PersonAsync(Me)).TwoFactorEnabled ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        var person = await prove.PersonAsync(Me);
        if (!person.TwoFactorEnabled)
            return NotFound();
        await prove.FactorAsync(person, Form.Current);
        mails.Changed(person, "Je hebt nieuwe herstelcodes. De oude werken niet meer.");
        Codes = [.. await people.GenerateNewTwoFactorRecoveryCodesAsync(person, CodeCount) ?? []];
        return Page();
    }

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        var person = await prove.PersonAsync(Me);
        (Left, HasPassword) = (await people.CountRecoveryCodesAsync(person), person.PasswordHash is not null);
        ShowFirst = await prove.ShowFirstAsync(person);
    }
}

/// <summary>The password of now, to be sure who it is.</summary>
internal sealed class CurrentPasswordForm
{
    [StringLength(Person.MaxPasswordLength, ErrorMessage = "Dit wachtwoord is te lang.")]
    public string? Current { get; set; }
}
