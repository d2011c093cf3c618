using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.SignIn;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Accounts.SignUp;

/// <summary>Shows to own the e-mail address. The link opens a page with a button: mail scanners open links too.</summary>
[EnableRateLimiting(Attempts.Policy)]
internal sealed class ConfirmModel(UserManager<Person> people, AccountsDb db, DecideMembership memberships, Words words) : FormPage
{
    [BindProperty(SupportsGet = true, Name = "wie")]
    public Guid Who { get; set; }

    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await people.FindByIdAsync($"{Who}") is not { Closed: null } person)
            IdentityResult.Failed(people.ErrorDescriber.InvalidToken()).MustSucceed();
        else if (!person.EmailConfirmed)
        {
            db.Record(new EmailConfirmed(person.Id), Actor.Of(person.Id, null));
            await memberships.OnEmailConfirmedAsync(person.Id, person.Email!, person.FullName, cancellation);
            (await people.ConfirmEmailAsync(person, MailedCode.Read(Code))).MustSucceed();
        }

        Tell(words["Je e-mailadres is bevestigd. Log nu in."]);
        return RedirectToPage("/SignIn/Index");
    }
}
