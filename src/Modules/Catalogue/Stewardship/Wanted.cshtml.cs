using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Wall;
using Parelmuur.Design;

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
        var wanted = db.Solutions.LookingForSteward();
        Count = await wanted.CountAsync(cancellation);
        if (!PageNumber.CanBe(Number) || (Number > 1 && (Number - 1) * PageSize >= Count))
            return NotFound();
        var rows = await wanted.LongestFirst()
            .Skip((Number - 1) * PageSize).Take(PageSize).Select(SolutionCards.Card).ToListAsync(cancellation);
        Cards = [.. rows.Select(card => cards.Of(card, Request.PathBase))];
        return Page();
    }
}
