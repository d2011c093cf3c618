using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.Security;
using Parelmuur.Accounts.Sessions;
using Parelmuur.Accounts.SignIn;
using Parelmuur.Design;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Accounts.Platform;

/// <summary>For platform managers: sign somebody out everywhere, or take away a second step that was lost.</summary>
/// <remarks>
/// Without second step the roles of the person sleep until there is a new one. So a manager who is deceived lets nobody
/// decide anything, and the owner of the account gets a mail.
/// </remarks>
[EnableRateLimiting(Attempts.Policy)]
internal sealed class HelpModel(
    UserManager<Person> people, ProveIdentity prove, EndSessions endSessions, AccountMails mails, AccountsDb db, Words words) : FormPage
{
    [BindProperty]
    public HelpForm Form { get; set; } = new();

    public bool HasPassword { get; private set; }

    public IReadOnlyList<Choice> Ways { get; } =
    [
        new(nameof(SignInHelp.SignOut), "Log overal uit", "De persoon logt zelf weer in, met wachtwoord en tweede stap."),
        new(nameof(SignInHelp.RemoveSecondStep), "Haal de tweede stap weg", "De app, de herstelcodes en de passkeys werken niet meer. Rollen die beslissen slapen tot er een nieuwe tweede stap is."),
    ];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await people.FindByEmailAsync(Form.Email.Trim()) is not { Closed: null } person)
            throw new RuleViolation(nameof(Form.Email), "Niemand heeft een account met dit adres.");
        if (person.Id == Me.Id)
            throw new RuleViolation(nameof(Form.Email), "Over je eigen account beslist iemand anders. Vraag een andere platformbeheerder.");
        await prove.PasswordAsync(await prove.PersonAsync(Me), Form.Current);

        await endSessions.AllAsync(person.Id, except: null, cancellation, Me.Actor);
        db.Record(new SignInHelped(person.Id, Form.What, Form.Proof.Trim()), Me.Actor);
        if (Form.What == SignInHelp.RemoveSecondStep)
        {
            db.Tokens.RemoveRange(await db.Tokens.Where(each => each.UserId == person.Id).ToListAsync(cancellation));
            db.Passkeys.RemoveRange(await db.Passkeys.Where(each => each.UserId == person.Id).ToListAsync(cancellation));
            mails.Changed(person, "Een platformbeheerder haalde de tweede stap bij het inloggen weg. Zet hem weer aan bij Beveiliging.");
            (await people.SetTwoFactorEnabledAsync(person, false)).MustSucceed();
            Tell(words["De tweede stap van {0} is weg. Alle browsers zijn uitgelogd.", person.FullName]);
        }
        else
        {
            mails.Changed(person, "Een platformbeheerder logde je overal uit.");
            await db.SaveChangesAsync(cancellation);
            Tell(words["{0} is overal uitgelogd.", person.FullName]);
        }

        return RedirectToPage();
    }

    protected override async Task PrepareAsync(CancellationToken cancellation) =>
        HasPassword = (await prove.PersonAsync(Me)).PasswordHash is not null;
}

/// <summary>For whom, what, and how the manager knows who asks.</summary>
internal sealed class HelpForm
{
    [Required(ErrorMessage = "Vul het e-mailadres in.")]
    [StringLength(Person.EmailLength, ErrorMessage = "Dit e-mailadres is te lang.")]
    public string Email { get; set; } = "";

    [EnumDataType(typeof(SignInHelp), ErrorMessage = "Kies wat er moet gebeuren.")]
    public SignInHelp What { get; set; }

    [Required(ErrorMessage = "Schrijf hoe je weet wie het is, zoals: teruggebeld via de gemeente.")]
    [StringLength(200, ErrorMessage = "Maak het korter: hoogstens 200 tekens.")]
    public string Proof { get; set; } = "";

    [StringLength(Person.MaxPasswordLength, ErrorMessage = "Dit wachtwoord is te lang.")]
    public string? Current { get; set; }
}
