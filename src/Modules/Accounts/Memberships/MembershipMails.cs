using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.Mails;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Accounts.Memberships;

/// <summary>The mails about roles at an organisation, each in the language of its reader. The caller saves.</summary>
internal sealed class MembershipMails(AccountsDb db, IOrganisations organisations, SiteAddress site, Words words)
{
    /// <summary>Tells who may decide that somebody waits: the coordinators, or the platform managers when there is none.</summary>
    public async Task RequestedAsync(Membership request, string asker, CancellationToken cancellation)
    {
        var coordinators = await CoordinatorsAsync(request.Organisation, except: request.Person, cancellation);
        var (readers, page) = coordinators.Count > 0
            ? (coordinators, "mijn/organisatie/leden")
            : (await PlatformManagersAsync(except: request.Person, cancellation), "beheer/aanmeldingen");
        foreach (var reader in readers)
        {
            Send(reader, () => (words["{0} wil meedoen", asker], words[
                "Hallo {0},\n\n{1} vraagt een rol bij {2}: {3}. Laat {1} binnen, of schrijf waarom niet:\n\n{4}",
                reader.Name, asker, Name(request.Organisation), RoleWords.InSentence(words, request.Role), site.Of(page)]));
        }
    }

    /// <summary>Tells the person what was decided.</summary>
    public async Task DecidedAsync(Membership request, CancellationToken cancellation)
    {
        var reader = await ReaderAsync(request.Person, cancellation);
        Send(reader, () => request.State == MembershipState.Approved
            ? (words["Je bent binnen bij {0}", Name(request.Organisation)], words[
                "Hallo {0},\n\nJe bent nu {1} bij {2}. Hier begin je:\n\n{3}",
                reader.Name, RoleWords.InSentence(words, request.Role), Name(request.Organisation), site.Of("mijn")])
            : (words["Je aanvraag bij {0}", Name(request.Organisation)], words[
                "Hallo {0},\n\nJe wordt nu geen {1} bij {2}. De reden:\n\n{3}\n\nKlopt dit niet? Vraag het opnieuw:\n\n{4}",
                reader.Name, RoleWords.InSentence(words, request.Role), Name(request.Organisation), request.Reason, site.Of("mijn/organisaties")]));
    }

    /// <summary>Tells the person that somebody else ended a role.</summary>
    public async Task EndedAsync(Membership membership, CancellationToken cancellation)
    {
        var reader = await ReaderAsync(membership.Person, cancellation);
        Send(reader, () => (words["Je rol bij {0} is gestopt", Name(membership.Organisation)], words[
            "Hallo {0},\n\nJe bent geen {1} meer bij {2}. De reden:\n\n{3}\n\nJe account blijft. Werk je nu ergens anders? Vraag daar een rol:\n\n{4}",
            reader.Name, RoleWords.InSentence(words, membership.Role), Name(membership.Organisation), membership.Reason, site.Of("mijn/organisaties")]));
    }

    /// <summary>Tells the platform managers that nobody at an organisation can let people in any more.</summary>
    /// <param name="organisation">The organisation.</param>
    /// <param name="leaver">The coordinator who leaves, whose role is not saved as ended yet.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task IfLastCoordinatorAsync(OrganisationId organisation, PersonId leaver, CancellationToken cancellation)
    {
        if ((await CoordinatorsAsync(organisation, leaver, cancellation)).Count > 0)
            return;
        foreach (var reader in await PlatformManagersAsync(except: null, cancellation))
        {
            Send(reader, () => (words["{0} heeft geen coördinator meer", Name(organisation)], words[
                "Hallo {0},\n\nDe laatste coördinator van {1} is gestopt. Nieuwe aanvragen komen nu bij jou:\n\n{2}",
                reader.Name, Name(organisation), site.Of("beheer/aanmeldingen")]));
        }
    }

    private Task<List<MailAddressOf>> CoordinatorsAsync(OrganisationId organisation, PersonId except, CancellationToken cancellation) => (
        from membership in db.Coordinators()
        join person in db.People on membership.Person equals person.Id
        where membership.Organisation == organisation && membership.Person != except
        select new MailAddressOf(person.Email!, person.FullName, person.Language, person.Rhythm)).ToListAsync(cancellation);

    // There are a handful of them; flags are text in the database, so the choice is made here.
    private async Task<List<MailAddressOf>> PlatformManagersAsync(PersonId? except, CancellationToken cancellation)
    {
        var some = await db.People.Where(each => each.PlatformRoles != PlatformRoles.None && each.Closed == null && each.Id != except)
            .Select(each => new { each.PlatformRoles, Address = new MailAddressOf(each.Email!, each.FullName, each.Language, each.Rhythm) })
            .ToListAsync(cancellation);
        return [.. some.Where(each => (each.PlatformRoles & PlatformRoles.PlatformManager) != PlatformRoles.None).Select(each => each.Address)];
    }

    private Task<MailAddressOf> ReaderAsync(PersonId id, CancellationToken cancellation) => db.People.Where(each => each.Id == id)
        .Select(each => new MailAddressOf(each.Email!, each.FullName, each.Language, each.Rhythm)).SingleAsync(cancellation);

    private void Send(MailAddressOf reader, Func<(string Subject, string Text)> write)
    {
        var (subject, text) = ReaderLanguage.In(reader.Language, write);
        db.Send(new Mail(reader.Email, reader.Name, subject.Length > Mail.SubjectLength ? subject[..Mail.SubjectLength] : subject, text));
    }

    private string Name(OrganisationId organisation) => organisations.Find(organisation)?.Name ?? "";
}
