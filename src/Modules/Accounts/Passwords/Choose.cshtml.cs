using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.Sessions;
using Parelmuur.Accounts.SignIn;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Accounts.Passwords;

/// <summary>Choose a new password by a mailed link. Every browser of the person is signed out.</summary>
[EnableRateLimiting(Attempts.Policy)]
internal sealed class ChooseModel(
    UserManager<Person> people, EndSessions endSessions, AccountMails mails, AccountsDb db, Words words) : FormPage
{
    [BindProperty]
    public ChooseForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "wie")]
    public Guid Who { get; set; }

    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await people.FindByIdAsync($"{Who}") is not { Closed: null } person)
        {
            IdentityResult.Failed(people.ErrorDescriber.InvalidToken()).MustSucceed();
            return Page();
        }

        (await people.ResetPasswordAsync(person, MailedCode.Read(Code), Form.Password)).MustSucceed();
        await people.SetLockoutEndDateAsync(person, null);
        mails.Changed(person, "Je wachtwoord is veranderd.");
        await endSessions.AllAsync(person.Id, except: null, cancellation);
        await db.SaveChangesAsync(cancellation);
        Tell(words["Je nieuwe wachtwoord is bewaard. Log nu in."]);
        return RedirectToPage("/SignIn/Index");
    }
}

/// <summary>The new password.</summary>
internal sealed class ChooseForm
{
    [Required(ErrorMessage = "Kies een wachtwoord.")]
    [StringLength(Person.MaxPasswordLength, MinimumLength = Person.MinPasswordLength, ErrorMessage = "Kies een wachtwoord van minstens 12 tekens. Een korte zin is goed.")]
    public string Password { get; set; } = "";
}
