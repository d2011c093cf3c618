using System.Globalization;
using Parelmuur.Accounts;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Tips;

/// <summary>The mails about tips, each in the language of its reader. The caller saves.</summary>
internal sealed class TipMails(
    CatalogueDb db, IAccounts accounts, IOrganisations organisations, SiteAddress site, Words words, TimeProvider time)
{
    private const int MostAsked = 5;

    /// <summary>Asks the coordinators of the municipality, or else its contributors; asks nobody when nobody takes part.</summary>
    public async Task AskAsync(Tip tip, string title, Actor actor, CancellationToken cancellation)
    {
        var people = await accounts.MembersAsync(tip.Municipality, MembershipRole.Coordinator, cancellation);
        if (people.Count == 0)
            people = await accounts.MembersAsync(tip.Municipality, MembershipRole.Contributor, cancellation);
        var addresses = await accounts.MailAddressesAsync([.. people.Select(person => person.Id)], cancellation);
        var readers = people.Select(person => addresses.GetValueOrDefault(person.Id)).OfType<MailAddressOf>()
            .Where(reader => reader.WantsNews).Take(MostAsked).ToList();
        if (readers.Count == 0)
            return;
        var tipper = await NameAsync(tip.Tipper, cancellation);
        foreach (var reader in readers)
        {
            Send(reader, () => (words["Is dit van jullie: {0}", title], words[
                "Hallo {0},\n\n{1} gaf een tip over {2}: {3}. Is dit van jullie? Dan zet je het als pareltje op de muur. Is het niet van jullie, of al gedeeld? Zeg dat ook:\n\n{4}\n\nWe vragen dit hoogstens twee keer.",
                reader.Name, tipper, organisations.Find(tip.Municipality)?.Name, title, site.Of($"tips/{tip.Solution}")]));
        }

        tip.Ask(time.GetUtcNow());
        db.Record(new TipAsked(tip.Solution, tip.Municipality, readers.Count), actor);
    }

    /// <summary>Tells the one who gave it that it is not theirs, or shared already.</summary>
    public async Task RefusedAsync(Tip tip, string title, string slug, CancellationToken cancellation)
    {
        var maker = organisations.Find(tip.Municipality)?.Name;
        if ((await accounts.MailAddressesAsync([tip.Tipper], cancellation)).TryGetValue(tip.Tipper, out var reader) && reader.WantsNews)
        {
            Send(reader, () => (words["Je tip: {0}", title], tip.SharedAs is null
                ? words["Hallo {0},\n\n{1} zegt over je tip {2}: dit is niet van ons. De reden:\n\n{3}\n\nWeet je van wie het wel is? Verander je tip, of trek hem in:\n\n{4}",
                    reader.Name, maker, title, tip.Reason, site.Of($"tips/{tip.Solution}/wijzig")]
                : words["Hallo {0},\n\n{1} zegt over je tip {2}: dit staat al op de muur. Je vindt het hier:\n\n{3}\n\nBedankt voor je tip.",
                    reader.Name, maker, title, site.Of($"oplossingen/{slug}")]));
        }
    }

    /// <summary>Thanks the one who gave it: it is a pareltje now.</summary>
    public async Task SharedAsync(Tip tip, string title, string slug, CancellationToken cancellation)
    {
        if ((await accounts.MailAddressesAsync([tip.Tipper], cancellation)).TryGetValue(tip.Tipper, out var reader) && reader.WantsNews)
        {
            Send(reader, () => (words["Je tip is een pareltje: {0}", title], words[
                "Hallo {0},\n\n{1} bevestigt je tip. Hij staat nu als pareltje op de muur, met dank aan jou:\n\n{2}",
                reader.Name, organisations.Find(tip.Municipality)?.Name, site.Of($"oplossingen/{slug}")]));
        }
    }

    private async Task<string> NameAsync(PersonId person, CancellationToken cancellation) =>
        (await accounts.PeopleAsync([person], cancellation)).GetValueOrDefault(person)?.Name ?? "";

    private void Send(MailAddressOf reader, Func<(string Subject, string Text)> write)
    {
        var (culture, texts) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(reader.Language == "en" ? "en-GB" : "nl-NL");
        try
        {
            var (subject, text) = write();
            db.Send(new(reader.Email, reader.Name, subject, text));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, texts);
        }
    }
}
