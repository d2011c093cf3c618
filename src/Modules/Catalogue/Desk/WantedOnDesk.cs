using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Desk;

/// <summary>On the desk of the editors: what looks for a steward, longest first. They ask somebody, or let it end.</summary>
internal sealed class WantedOnDesk(CatalogueDb db, Words words) : IDeskSection
{
    public int Order => 50;

    public async Task<DeskSection?> ForAsync(CurrentPerson person, CancellationToken cancellation)
    {
        if (!person.Is(PlatformRoles.Editor))
            return null;
        // Samples stay as they were meant.
        var wanted = db.Solutions.LookingForSteward().Where(solution => !solution.IsSample);
        var rows = await wanted.LongestFirst().Take(DeskList.Shown)
            .Select(solution => new
            {
                solution.Title, solution.Slug, Since = solution.WantedSince ?? solution.UnconfirmedSince ?? solution.Shared, Count = wanted.Count(),
            }).ToListAsync(cancellation);
        return DeskSection.Of(new("Zoekt een beheerder", rows.Count == 0 ? 0 : rows[0].Count,
            [.. rows.Select(row => new DeskItem(
                row.Title, $"/oplossingen/{row.Slug}/overdragen", row.Since, words["Vraag iemand, of archiveer het."]) { TitleIsWritten = true })],
            "/beheerder-gezocht"));
    }
}
