using Parelmuur.Accounts;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.Mails;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Conversations.Contributions;

/// <summary>The mails of conversations, each in the language of who gets it. The caller saves.</summary>
internal sealed class ConversationMails(
    ConversationsDb db, IAccounts accounts, IOrganisations organisations, SiteAddress site, Words words)
{
    /// <summary>Brings a question to the people who can answer it.</summary>
    public async Task AskAsync(
        SolutionCard solution, Contribution question, CurrentPerson by, IReadOnlyList<ContactOfUser> contacts, CancellationToken cancellation)
    {
        var users = contacts.ToDictionary(contact => contact.Person.Id, contact => contact.User.Name);
        await SendAsync([.. users.Keys], (person, address) => (
            words["Vraag over {0}", solution.Title],
            words[
                "Hallo {0},\n\n{1} vraagt iets over “{2}”:\n\n{3}\n\nAntwoord graag vóór {4}. Weet je het niet? Zeg dat dan ook.\n\n{5}\n\nIedereen kan je antwoord lezen. Je krijgt deze mail omdat {6} deze oplossing gebruikt.",
                address.Name, NameOf(by), solution.Title, question.Text, Words.Day(question.Due!.Value),
                site.Of($"bijdragen/{question.Id}/antwoord"), users[person]]), cancellation);
    }

    /// <summary>Tells who asked that there is an answer.</summary>
    public Task AnsweredAsync(
        SolutionCard solution, Contribution question, Contribution answer, CurrentPerson by, CancellationToken cancellation) =>
        SendAsync([question.Author], (_, address) => (
            words["Antwoord op je vraag over {0}", solution.Title],
            words[
                "Hallo {0},\n\n{1} antwoordt op je vraag over “{2}”:\n\n{3}\n\nLees het en reageer:\n\n{4}",
                address.Name, NameOf(by), solution.Title, answer.Text,
                site.Of($"oplossingen/{solution.Slug}") + $"#bijdrage-{answer.Id}"]), cancellation);

    /// <summary>Tells an author that an editor hid something, and why.</summary>
    public Task HiddenAsync(SolutionCard solution, Contribution hidden, CancellationToken cancellation) =>
        SendAsync([hidden.Author], (_, address) => (
            words["Je bijdrage is verborgen"],
            words[
                "Hallo {0},\n\nDe redactie heeft je bijdrage bij “{1}” verborgen. De reden:\n\n{2}\n\nDit schreef je:\n\n{3}\n\nBen je het er niet mee eens? Kijk hier hoe je de redactie bereikt:\n\n{4}",
                address.Name, solution.Title, hidden.HiddenReason, hidden.Text, site.Of("hulp")]), cancellation, alsoWithoutNews: true);

    private async Task SendAsync(
        IReadOnlyCollection<PersonId> people, Func<PersonId, MailAddressOf, (string Subject, string Text)> write, CancellationToken cancellation,
        bool alsoWithoutNews = false)
    {
        var addresses = await accounts.MailAddressesAsync(people, cancellation);
        foreach (var (person, address) in addresses.Where(each => alsoWithoutNews || each.Value.WantsNews))
        {
            var (subject, text) = ReaderLanguage.In(address.Language, () => write(person, address));
            db.Send(new Mail(address.Email, address.Name, subject, text));
        }
    }

    private string NameOf(CurrentPerson person) =>
        person.Organisation is { } id && organisations.Find(id) is { } organisation
            ? words["{0} van {1}", person.Name, organisation.Name]
            : person.Name;
}
