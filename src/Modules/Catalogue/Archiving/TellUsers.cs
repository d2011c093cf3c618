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
    private static readonly char[] LineEnds = ['\r', '\n', '\t', '\v', '\f', '\u0085', '\u2028', '\u2029'];

    /// <summary>The address of a solution, for in a mail.</summary>
    public string AddressOf(string slug) => site.Of($"oplossingen/{slug}");

    /// <summary>Sends it to everyone but who did it.</summary>
    public async Task SendAsync(
        Solution solution, CurrentPerson by, Func<string, (string Subject, string Text)> write, CancellationToken cancellation)
    {
        var users = adoption.ToTellOf(solution.Id);
        var coordinators = users.Count == 0 ? [] : (await accounts.MembersAsync(users, MembershipRole.Coordinator, cancellation))
            .SelectMany(members => members).Where(person => !person.IsClosed).Select(person => person.Id);
        await SendAsync(coordinators.Concat(Carers(solution)), by, write, cancellation);
    }

    /// <summary>Sends it to who looks after one of these solutions.</summary>
    public Task SendToCarersAsync(
        IEnumerable<Solution> solutions, CurrentPerson by, Func<string, (string Subject, string Text)> write, CancellationToken cancellation) =>
        SendAsync(solutions.SelectMany(Carers), by, write, cancellation);

    /// <summary>Sends it to one person.</summary>
    public Task SendToPersonAsync(
        PersonId person, CurrentPerson by, Func<string, (string Subject, string Text)> write, CancellationToken cancellation) =>
        SendAsync([person], by, write, cancellation);

    /// <summary>Sends it to the coordinators of an organisation.</summary>
    /// <param name="organisation">The organisation.</param>
    /// <param name="write">The subject and the text for that name.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task SendToCoordinatorsAsync(OrganisationId organisation, Func<string, (string Subject, string Text)> write, CancellationToken cancellation)
    {
        var coordinators = await accounts.MembersAsync(organisation, MembershipRole.Coordinator, cancellation);
        foreach (var address in (await accounts.MailAddressesAsync([.. coordinators.Select(person => person.Id)], cancellation)).Values)
            Send(address, write);
    }

    /// <summary>Sends it to the mailbox of a team, in Dutch: nobody told us otherwise.</summary>
    /// <param name="mailbox">The address.</param>
    /// <param name="name">Whom it addresses.</param>
    /// <param name="write">The subject and the text for that name.</param>
    public void SendToTeam(string mailbox, string name, Func<string, (string Subject, string Text)> write) =>
        Send(new(mailbox, name, "nl", default), write);

    private async Task SendAsync(
        IEnumerable<PersonId> to, CurrentPerson by, Func<string, (string Subject, string Text)> write, CancellationToken cancellation)
    {
        var people = to.Where(person => person != by.Id).Distinct().ToList();
        foreach (var address in (await accounts.MailAddressesAsync(people, cancellation)).Values)
            Send(address, write);
    }

    private void Send(MailAddressOf to, Func<string, (string Subject, string Text)> write)
    {
        var (culture, screen) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(to.Language == "en" ? "en-GB" : "nl-NL");
            var (subject, text) = write(to.Name);
            db.Send(new Mail(to.Email, OneLine(to.Name), OneLine(subject), text));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, screen);
        }
    }

    // A title may hold a line end or a tab, when somebody sends one that no browser would.
    private static string OneLine(string text) => string.Join(' ', text.Split(LineEnds, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<PersonId> Carers(Solution solution) =>
        new[] { solution.StewardPerson, solution.DeputyPerson }.OfType<PersonId>();
}
