using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Conversations.Moderation;

/// <summary>On the desk of the editors: which contributions were reported, the oldest report first.</summary>
internal sealed class ReportsOnDesk(ConversationsDb db, IAccounts accounts, IOrganisations organisations, Words words) : IDeskSection
{
    private const int CharactersShown = 160, AtMost = 500;

    public int Order => 10;

    public async Task<DeskSection?> ForAsync(CurrentPerson person, CancellationToken cancellation)
    {
        if (!person.Is(PlatformRoles.Editor))
            return null;
        var reports = await (
            from report in db.Reports
            join contribution in db.Contributions on report.Contribution equals contribution.Id
            where report.Decided == null
            orderby report.Reported
            select new { contribution.Id, contribution.Author, contribution.Text, report.Reported }).Take(AtMost).ToListAsync(cancellation);
        var rows = reports.DistinctBy(each => each.Id).ToList();
        var people = await accounts.PeopleAsync([.. rows.Select(row => row.Author).Distinct()], cancellation);
        return DeskSection.Of(new("Meldingen", rows.Count,
            [.. rows.Take(DeskList.Shown).Select(row => new DeskItem(
                words["Bijdrage van {0}", people[row.Author].Name], $"/beheer/meldingen/{row.Id}", organisations.DayOf(row.Reported),
                row.Text.Length > CharactersShown ? row.Text[..CharactersShown] + "…" : row.Text) { DetailIsWritten = true })],
            "/beheer/meldingen"));
    }
}
