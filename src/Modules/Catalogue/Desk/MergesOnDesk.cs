using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Catalogue.Merging;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Desk;

/// <summary>On the desk of the editors: the pairs that may be the same.</summary>
internal sealed class MergesOnDesk(CatalogueDb db, IOrganisations organisations, Words words) : IDeskSection
{
    public int Order => 30;

    public async Task<DeskSection?> ForAsync(CurrentPerson person, CancellationToken cancellation)
    {
        if (!person.Is(PlatformRoles.Editor))
            return null;
        var waiting = db.MergeProposals.Waiting(db);
        var rows = await (
            from proposal in waiting
            join one in db.Solutions on proposal.One equals one.Id
            join other in db.Solutions on proposal.Other equals other.Id
            orderby proposal.Proposed, proposal.One
            select new { One = one.Title, one.Slug, Other = other.Title, With = other.Slug, proposal.Proposed, proposal.Why, Count = waiting.Count() })
            .Take(DeskList.Shown).ToListAsync(cancellation);
        return DeskSection.Of(new("Misschien dubbel", rows.Count == 0 ? 0 : rows[0].Count,
            [.. rows.Select(row => new DeskItem(
                words["{0} en {1}", row.One, row.Other], $"/oplossingen/{row.Slug}/samenvoegen?met={row.With}",
                organisations.DayOf(row.Proposed), row.Why.Length > 0 ? row.Why : null) { TitleIsWritten = true, DetailIsWritten = true })],
            "/redactie/dubbel"));
    }
}
