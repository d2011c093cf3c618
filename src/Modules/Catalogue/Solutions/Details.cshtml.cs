using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>The page of one solution.</summary>
internal sealed class DetailsModel(ReadSolution solutions) : PageModel
{
    public SolutionPage Shown { get; private set; } = null!;

    public SolutionDetails Solution => Shown.Solution;

    /// <summary>The language of what writers wrote, when it differs from that of the page.</summary>
    public static string? ContentLanguage => Words.IsEnglish ? "nl" : null;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await solutions.FindAsync(slug) is not { } solution)
        {
            return await solutions.MovedToAsync(slug, cancellation) is { } today
                ? RedirectPermanent($"{Request.PathBase}/oplossingen/{today}")
                : NotFound();
        }

        Shown = await solutions.PageAsync(solution, Request.PathBase, cancellation);
        return Page();
    }
}
