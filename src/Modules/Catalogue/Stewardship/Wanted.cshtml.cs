using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Wall;

namespace Parelmuur.Catalogue.Stewardship;

/// <summary>The solutions that look for a steward, longest first. For everyone.</summary>
internal sealed class WantedModel(CatalogueDb db, WallCards cards) : PageModel
{
    public const int PageSize = 24;

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<WallCard> Cards { get; private set; } = [];

    public int Count { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        // Both databases must give the same order: those without a date came here before dates were kept.
        var wanted = db.Solutions.Where(solution =>
            (solution.Status == SolutionStatus.Published || solution.Status == SolutionStatus.Unconfirmed)
            && (solution.WantedSince != null || (solution.Status == SolutionStatus.Unconfirmed && solution.Steward == null)));
        Count = await wanted.CountAsync(cancellation);
        if (Number < 1 || (Number > 1 && (Number - 1) * PageSize >= Count))
            return NotFound();
        var rows = await wanted.OrderBy(solution => solution.WantedSince == null ? 0 : 1)
            .ThenBy(solution => solution.WantedSince).ThenBy(solution => solution.SortTitle)
            .Skip((Number - 1) * PageSize).Take(PageSize).Select(SolutionCards.Card).ToListAsync(cancellation);
        Cards = [.. rows.Select(card => cards.Of(card, Request.PathBase))];
        return Page();
    }
}
