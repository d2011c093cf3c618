using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.SignIn;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Accounts.SignUp;

/// <summary>Shows to own the e-mail address, and signs in. The link opens a page with a form: mail scanners open links too.</summary>
/// <remarks>
/// The link shows who owns the mailbox, the password who signed up. Without it a stranger could sign up with the address of somebody
/// who expects this mail, and have that somebody confirm what the stranger chose.
/// </remarks>
[EnableRateLimiting(Attempts.Policy)]
internal sealed class ConfirmModel(
    UserManager<Person> people, SignInManager<Person> signIn, AccountsDb db, DecideMembership memberships, Words words) : FormPage
{
    [BindProperty]
    public ConfirmForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "wie")]
    public Guid Who { get; set; }

    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var person = await people.FindByIdAsync($"{Who}");
        if (person is { Closed: null, EmailConfirmed: true })
        {
            Tell(words["Je e-mailadres is bevestigd. Log nu in."]);
            return RedirectToPage("/SignIn/Index");
        }

        if (person is not { Closed: null } || !await IsMailedAsync(person))
        {
            IdentityResult.Failed(people.ErrorDescriber.InvalidToken()).MustSucceed();
            return Page();
        }

        if (!(await signIn.CheckPasswordSignInAsync(person, Form.Password, lockoutOnFailure: true)).Succeeded)
            throw new RuleViolation(nameof(Form.Password), "Met dit wachtwoord is dit account niet gemaakt. Probeer het opnieuw. Vijf keer fout? Wacht dan 15 minuten.");
        db.Record(new EmailConfirmed(person.Id), Actor.Of(person.Id, null));
        await memberships.OnEmailConfirmedAsync(person.Id, person.Email!, person.FullName, cancellation);
        (await people.ConfirmEmailAsync(person, MailedCode.Read(Code))).MustSucceed();
        if (CurrentPerson.Of(User) is null)
            await signIn.PasswordSignInAsync(person, Form.Password, isPersistent: true, lockoutOnFailure: true);
        Tell(words["Je e-mailadres is bevestigd."]);
        return this.GoOn(null);
    }

    private Task<bool> IsMailedAsync(Person person) => people.VerifyUserTokenAsync(
        person, people.Options.Tokens.EmailConfirmationTokenProvider, UserManager<Person>.ConfirmEmailTokenPurpose, MailedCode.Read(Code));
}

/// <summary>What confirming asks.</summary>
internal sealed class ConfirmForm
{
    [Required(ErrorMessage = "Vul je wachtwoord in.")]
    [StringLength(Person.MaxPasswordLength, ErrorMessage = "Dit wachtwoord is te lang.")]
    public string Password { get; set; } = "";
}
