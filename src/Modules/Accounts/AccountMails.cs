using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Parelmuur.Accounts.People;
using Parelmuur.Kernel.Mails;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Accounts;

/// <summary>The mails about an account. They go out after the save, and are read well as plain text.</summary>
internal sealed class AccountMails(UserManager<Person> people, AccountsDb db, SiteAddress site, Words words)
{
    /// <summary>Asks a new person to confirm the address.</summary>
    public async Task ConfirmAsync(Person person, CancellationToken cancellation)
    {
        var code = await people.GenerateEmailConfirmationTokenAsync(person);
        await SendSeldomAsync(person, words["Bevestig je e-mailadres"], words[
            "Hallo {0},\n\nWelkom bij Parelmuur. Open deze link om je e-mailadres te bevestigen:\n\n{1}\n\nDe link werkt één dag. Heb jij geen account gemaakt? Dan hoef je niets te doen.",
            person.FullName, Link("account-maken/bevestigen", person, code)], cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Tells somebody who tried to make a second account that there is one.</summary>
    public async Task AccountExistsAsync(Person person, CancellationToken cancellation)
    {
        await SendSeldomAsync(person, words["Je hebt al een account"], words[
            "Hallo {0},\n\nIemand wilde met dit e-mailadres een account maken bij Parelmuur. Je hebt er al een. Je kunt gewoon inloggen:\n\n{1}\n\nWachtwoord vergeten? Kies hier een nieuw:\n\n{2}",
            person.FullName, site.Of("inloggen"), site.Of("wachtwoord-vergeten")], cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Lets a person choose a new password.</summary>
    public async Task NewPasswordAsync(Person person, CancellationToken cancellation)
    {
        var link = await PasswordLinkAsync(person);
        await SendSeldomAsync(person, words["Kies een nieuw wachtwoord"], words[
            "Hallo {0},\n\nOpen deze link om een nieuw wachtwoord te kiezen:\n\n{1}\n\nDe link werkt één dag en één keer. Heb jij dit niet gevraagd? Dan hoef je niets te doen. Je wachtwoord blijft hetzelfde.",
            person.FullName, link], cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Lets the owner of another mailbox say that the account is theirs.</summary>
    public async Task ChangeEmailAsync(Person person, string email, CancellationToken cancellation)
    {
        var code = await people.GenerateChangeEmailTokenAsync(person, email);
        await db.SendSeldomAsync(new Mail(email, person.FullName, words["Bevestig je nieuwe e-mailadres"], words[
            "Hallo {0},\n\nOpen deze link om voortaan met dit adres in te loggen bij Parelmuur:\n\n{1}\n\nDe link werkt één dag. Heb jij dit niet gevraagd? Dan hoef je niets te doen.",
            person.FullName, $"{Link("e-mailadres-bevestigen", person, code)}&adres={Uri.EscapeDataString(email)}"]), cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The link with which a person chooses a password, once and within a day.</summary>
    public async Task<string> PasswordLinkAsync(Person person) =>
        Link("wachtwoord-kiezen", person, await people.GeneratePasswordResetTokenAsync(person));

    /// <summary>Warns a person that something about signing in changed. The caller saves.</summary>
    /// <param name="person">Whose account.</param>
    /// <param name="what">The fact as a Dutch sentence: "Je wachtwoord is veranderd."</param>
    public void Changed(Person person, string what) => Send(person, words["Je account is veranderd"], words[
        "Hallo {0},\n\n{1}\n\nWas jij dit niet? Kies dan meteen een nieuw wachtwoord:\n\n{2}",
        person.FullName, words[what], site.Of("wachtwoord-vergeten")]);

    /// <summary>Says goodbye, to the address that is about to be removed. The caller saves.</summary>
    public void Closed(Person person) => Send(person, words["Je account is gesloten"], words[
        "Hallo {0},\n\nJe account bij Parelmuur is gesloten. Je e-mailadres is gewist. Was jij dit niet? Mail ons dan via:\n\n{1}",
        person.FullName, site.Of("hulp")]);

    // What anybody can ask for with a form.
    private Task SendSeldomAsync(Person person, string subject, string text, CancellationToken cancellation) =>
        db.SendSeldomAsync(new Mail(person.Email!, person.FullName, subject, text), cancellation);

    private void Send(Person person, string subject, string text) =>
        db.Send(new Mail(person.Email!, person.FullName, subject, text));

    // The code as Identity gives it has signs that mail programs break; so it travels as base64url.
    private string Link(string page, Person person, string code) =>
        $"{site.Of(page)}?wie={person.Id}&code={WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(code))}";
}

/// <summary>Reads the code of a mailed link.</summary>
internal static class MailedCode
{
    /// <summary>The code as Identity gave it, or an empty one that is never right.</summary>
    public static string Read(string? code)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(code ?? ""));
        }
        catch (FormatException)
        {
            return "";
        }
    }
}
