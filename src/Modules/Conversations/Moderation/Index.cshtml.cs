using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Conversations.Moderation;

/// <summary>The desk of the editors: what was reported and waits for a decision, the oldest first.</summary>
internal sealed class IndexModel(ConversationsDb db, IAccounts accounts, IOrganisations organisations) : PageModel
{
    private const int Shown = 500, CharactersShown = 200;

    public IReadOnlyList<WaitingContribution> Waiting { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var rows = await (
            from report in db.Reports
            join contribution in db.Contributions on report.Contribution equals contribution.Id
            where report.Decided == null
            orderby report.Reported
            select new { contribution.Id, contribution.Author, contribution.Text, report.Reported }).Take(Shown).ToListAsync(cancellation);
        var people = await accounts.PeopleAsync([.. rows.Select(row => row.Author).Distinct()], cancellation);
        Waiting = [..
            from row in rows
            group row by row.Id into reports
            let first = reports.First()
            select new WaitingContribution(
                first.Id, people[first.Author].Name, reports.Count(), organisations.DayOf(first.Reported),
                first.Text.Length > CharactersShown ? first.Text[..CharactersShown] + "…" : first.Text)];
    }
}

/// <summary>A contribution that was reported.</summary>
/// <param name="Id">The contribution.</param>
/// <param name="Author">Whose it is.</param>
/// <param name="Reports">How many people reported it.</param>
/// <param name="Since">The day of the first report.</param>
/// <param name="Beginning">How it begins.</param>
internal sealed record WaitingContribution(ContributionId Id, string Author, int Reports, DateOnly Since, string Beginning);
