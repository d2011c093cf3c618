using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Accounts.Platform;

/// <summary>On the desk, for platform managers: who wants to join an organisation where no coordinator can decide.</summary>
internal sealed class WaitingMembers(AccountsDb db, IOrganisations organisations, Words words) : IDeskSection
{
    /// <inheritdoc/>
    public int Order => 20;

    /// <inheritdoc/>
    public async Task<DeskSection?> ForAsync(CurrentPerson person, CancellationToken cancellation)
    {
        if (!person.Is(PlatformRoles.PlatformManager))
            return null;
        var rows = await (
            from request in db.WithoutCoordinator()
            join asker in db.People on request.Person equals asker.Id
            where request.Person != person.Id
            orderby request.Requested
            select new { request.Organisation, request.Role, request.Requested, asker.FullName }).ToListAsync(cancellation);
        return DeskSection.Of(new("Aanmeldingen", rows.Count,
            [.. rows.Take(DeskList.Shown).Select(row => new DeskItem(
                row.FullName, "/beheer/aanmeldingen", organisations.DayOf(row.Requested),
                words["Wil {0} worden bij {1}", RoleWords.InSentence(words, row.Role), organisations.Find(row.Organisation)?.Name ?? ""]))],
            "/beheer/aanmeldingen"));
    }
}
