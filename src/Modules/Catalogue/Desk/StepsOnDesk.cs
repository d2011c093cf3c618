using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Desk;

/// <summary>On the desk of the editors: the steps to a next stage that are asked for.</summary>
internal sealed class StepsOnDesk(CatalogueDb db, IOrganisations organisations, Words words) : IDeskSection
{
    public int Order => 40;

    public async Task<DeskSection?> ForAsync(CurrentPerson person, CancellationToken cancellation)
    {
        if (!person.Is(PlatformRoles.Editor))
            return null;
        var waiting = db.StageRequests.Where(request => request.Closed == null);
        var rows = await waiting
            .Join(db.Solutions, request => request.Solution, solution => solution.Id, (request, solution) =>
                new { solution.Title, solution.Slug, request.To, request.Asked, Count = waiting.Count() })
            .OrderBy(row => row.Asked).Take(DeskList.Shown).ToListAsync(cancellation);
        return DeskSection.Of(new("Gevraagde stappen", rows.Count == 0 ? 0 : rows[0].Count,
            [.. rows.Select(row => new DeskItem(
                row.Title, $"/oplossingen/{row.Slug}/fase", organisations.DayOf(row.Asked),
                words["Vraagt de fase {0} aan.", words[row.To.Text()]]) { TitleIsWritten = true })]));
    }
}
