using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.Sessions;
using Parelmuur.Accounts.SignIn;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Accounts.Security;

/// <summary>Change the password. Asks the one of now; every other browser is signed out, and a mail tells it.</summary>
[EnableRateLimiting(Attempts.Policy)]
internal sealed class PasswordModel(
    UserManager<Person> people, ProveIdentity prove, EndSessions endSessions, AccountMails mails, AccountsDb db, Words words) : FormPage
{
    [BindProperty]
    public PasswordForm Form { get; set; } = new();

    /// <summary>Whether there is a password to ask for.</summary>
    public bool HasPassword { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var person = await prove.PersonAsync(Me);
        await prove.PasswordAsync(person, Form.Current);
        (person.PasswordHash is null
            ? await people.AddPasswordAsync(person, Form.Password)
            : await people.ChangePasswordAsync(person, Form.Current!, Form.Password)).MustSucceed();
        mails.Changed(person, "Je wachtwoord is veranderd.");
        await endSessions.AllAsync(person.Id, except: Me.Session, cancellation);
        await db.SaveChangesAsync(cancellation);
        Tell(words["Je nieuwe wachtwoord is bewaard. Andere browsers zijn uitgelogd."]);
        return RedirectToPage("/Security/Index");
    }

    protected override async Task PrepareAsync(CancellationToken cancellation) =>
        HasPassword = (await prove.PersonAsync(Me)).PasswordHash is not null;
}

/// <summary>The password of now, and the new one.</summary>
internal sealed class PasswordForm
{
    [StringLength(Person.MaxPasswordLength, ErrorMessage = "Dit wachtwoord is te lang.")]
    public string? Current { get; set; }

    [Required(ErrorMessage = "Kies een wachtwoord.")]
    [StringLength(Person.MaxPasswordLength, MinimumLength = Person.MinPasswordLength, ErrorMessage = "Kies een wachtwoord van minstens 12 tekens. Een korte zin is goed.")]
    public string Password { get; set; } = "";
}
