using Parelmuur.Catalogue.Archiving;
using Parelmuur.Kernel.Mails;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Intentions;

/// <summary>Tells who shared an intention, and the mailbox of the team, that another organisation joins. The caller saves.</summary>
/// <remarks>Behind the mailbox of a sample there may be somebody who knows of nothing.</remarks>
internal sealed class TellContact(TellUsers tell, SiteAddress site, IOrganisations organisations, Words words)
{
    public async Task OfJoinAsync(Intention intention, IntentionJoin join, CurrentPerson by, CancellationToken cancellation)
    {
        if (intention.IsSample)
            return;
        if (intention.Person is { } person)
            await tell.SendToPersonAsync(person, by, Write, cancellation);
        if (Mail.IsAddress(intention.Mailbox))
            tell.SendToTeam(intention.Mailbox, intention.Contact, Write);

        (string Subject, string Text) Write(string name)
        {
            var joined = organisations.Find(join.Organisation)?.Name;
            return (
                words["{0} wil dit ook: {1}", joined, intention.Title],
                words[
                    "Hallo {0},\n\n{1} doet mee met jullie voornemen “{2}”. Bel {3} om samen te beginnen. Alles staat hier:\n\n{4}",
                    name, joined, intention.Title, join.Contact, site.Of($"voornemens/{intention.Slug}")]);
        }
    }
}
