using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Parelmuur.Catalogue.Wall;
using Parelmuur.Design;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>A solution as a card of A6, to print and to hand out.</summary>
internal sealed class PhotoCardModel(ReadSolution solutions, WallCards cards) : PageModel
{
    private const int LongText = 200;

    public SolutionDetails Solution { get; private set; } = null!;

    public WallCard Card { get; private set; } = null!;

    /// <summary>As many figures as the card has room for.</summary>
    public IReadOnlyList<Fact> Figures => [.. Solution.Figures
        .Take((2 * Solution.Title.Length) + Solution.Promise.Length > LongText ? 1 : 3)
        .Select(figure => new Fact(figure.Value, figure.Label))];

    /// <summary>Whom to ask, if there is somebody.</summary>
    public ContactPerson? Steward { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if ((await solutions.FindAsync(slug, cancellation))?.Details is not { } solution)
            return NotFound();
        Solution = solution;
        Card = cards.Of(solution.Card, Request.PathBase);
        Steward = solutions.PeopleOf(solution) is [var steward, ..] ? steward : null;
        return Page();
    }
}
