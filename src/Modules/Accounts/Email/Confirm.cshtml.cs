using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.SignIn;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Accounts.Email;

/// <summary>The link to the new mailbox: a page with a button, because mail scanners open links too.</summary>
[EnableRateLimiting(Attempts.Policy)]
internal sealed class ConfirmModel(UserManager<Person> people, AccountMails mails, AccountsDb db, Words words) : FormPage
{
    [BindProperty(SupportsGet = true, Name = "wie")]
    public Guid Who { get; set; }

    [BindProperty(SupportsGet = true, Name = "adres")]
    public string? Address { get; set; }

    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var (person, address) = (await people.FindByIdAsync($"{Who}"), Address ?? "");
        if (person is not { Closed: null } || !await people.VerifyUserTokenAsync(
            person, TokenOptions.DefaultProvider, UserManager<Person>.GetChangeEmailTokenPurpose(address), MailedCode.Read(Code)))
        {
            IdentityResult.Failed(people.ErrorDescriber.InvalidToken()).MustSucceed();
            return Page();
        }

        // The old mailbox hears of it as long as it still is the old one.
        mails.Changed(person, "Je e-mailadres is veranderd.");
        db.Record(new AccountChanged(person.Id, [nameof(Person.Email)]), Actor.Of(person.Id, null));
        person.UserName = address;
        (await people.ChangeEmailAsync(person, address, MailedCode.Read(Code))).MustSucceed();
        Tell(words["Je e-mailadres is veranderd."]);
        return RedirectToPage(CurrentPerson.Of(User) is null ? "/SignIn/Index" : "/Mine/Profile");
    }
}
