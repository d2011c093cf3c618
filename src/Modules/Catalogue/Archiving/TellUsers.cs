using System.Globalization;
using Parelmuur.Accounts;
using Parelmuur.Adoption;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.Mails;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Archiving;

/// <summary>
/// Tells the coordinators of who uses a solution, and its steward and deputy, that something happened to it: one mail
/// each, in the language of who gets it. The caller saves.
/// </summary>
internal sealed class TellUsers(CatalogueDb db, IAccounts accounts, IAdoption adoption, SiteAddress site)
{
    /// <summary>The address of a solution, for in a mail.</summary>
    public string AddressOf(string slug) => site.Of($"oplossingen/{slug}");

    /// <summary>Sends it to everyone but who did it; without users only to who looks after it.</summary>
    public async Task SendAsync(
        Solution solution, CurrentPerson by, Func<string, (string Subject, string Text)> write, CancellationToken cancellation,
        bool withUsers = true)
    {
        var users = !withUsers ? [] : adoption.UsersOf(solution.Id).Users.Select(use => use.User).Distinct().ToList();
        var coordinators = users.Count == 0 ? [] : (await accounts.MembersAsync(users, MembershipRole.Coordinator, cancellation))
            .SelectMany(members => members).Where(person => !person.IsClosed).Select(person => person.Id);
        var people = coordinators.Concat(new[] { solution.StewardPerson, solution.DeputyPerson }.OfType<PersonId>())
            .Where(person => person != by.Id).Distinct().ToList();
        var (culture, screen) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            foreach (var address in (await accounts.MailAddressesAsync(people, cancellation)).Values)
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture =
                    CultureInfo.GetCultureInfo(address.Language == "en" ? "en-GB" : "nl-NL");
                var (subject, text) = write(address.Name);
                db.Send(new Mail(address.Email, address.Name, subject, text));
            }
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, screen);
        }
    }
}
