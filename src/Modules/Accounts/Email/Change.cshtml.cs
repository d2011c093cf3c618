using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.Security;
using Parelmuur.Accounts.SignIn;
using Parelmuur.Design;
using Parelmuur.Kernel.Mails;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Accounts.Email;

/// <summary>Ask for another e-mail address. It changes when the owner of the new mailbox opens the link.</summary>
/// <remarks>The answer is the same whether somebody else has the address already or not.</remarks>
[EnableRateLimiting(Attempts.Policy)]
internal sealed class ChangeModel(UserManager<Person> people, ProveIdentity prove, AccountMails mails, Words words) : FormPage
{
    [BindProperty]
    public EmailForm Form { get; set; } = new();

    /// <summary>The address so far.</summary>
    public string Now { get; private set; } = "";

    public bool HasPassword { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var (person, email) = (await prove.PersonAsync(Me), Form.Email.Trim());
        if (!Mail.IsAddress(email))
            throw new RuleViolation(nameof(Form.Email), "Schrijf een e-mailadres zoals naam@gemeente.nl.");
        await prove.PasswordAsync(person, Form.Current);
        if (await people.FindByEmailAsync(email) is null)
            await mails.ChangeEmailAsync(person, email, cancellation);
        Tell(words["Kijk in je mailbox van {0} en open de link.", email]);
        return RedirectToPage("/Mine/Profile");
    }

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        var person = await prove.PersonAsync(Me);
        (Now, HasPassword) = (person.Email!, person.PasswordHash is not null);
    }
}

/// <summary>The other address, and proof of who asks.</summary>
internal sealed class EmailForm
{
    [Required(ErrorMessage = "Vul het e-mailadres in.")]
    [StringLength(Person.EmailLength, ErrorMessage = "Dit e-mailadres is te lang.")]
    public string Email { get; set; } = "";

    [StringLength(Person.MaxPasswordLength, ErrorMessage = "Dit wachtwoord is te lang.")]
    public string? Current { get; set; }
}
