using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Stewardship;

/// <summary>Who changed what, and when; any two versions beside each other. For everyone.</summary>
internal sealed class HistoryModel(ReadSolution solutions, VersionTexts versions, CatalogueDb db, Words words) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "van")]
    public int? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "tot")]
    public int? To { get; set; }

    public SolutionDetails Solution { get; private set; } = null!;

    public IReadOnlyList<VersionLine> Lines { get; private set; } = [];

    /// <summary>How the two chosen versions differ; null when there are no two.</summary>
    public IReadOnlyList<PartDifference>? Differences { get; private set; }

    /// <summary>The solutions that were taken up in this one: the merge and the title.</summary>
    public IReadOnlyList<TakenUpLine> Merges { get; private set; } = [];

    public bool MayRestore => Solution.IsEditableBy(CurrentPerson.Of(User));

    public IEnumerable<Choice> Numbers => Lines.Select(line =>
        new Choice(line.Number.ToString(CultureInfo.InvariantCulture), words["Versie {0}", line.Number]));

    public string PathOf(string below = "") => $"{Request.PathBase}/oplossingen/{Solution.Slug}{below}";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await solutions.FindAsync(slug) is not { } solution)
        {
            return await solutions.MovedToAsync(slug, cancellation) is { } today
                ? Redirect($"{Request.PathBase}/oplossingen/{today}/geschiedenis{Request.QueryString}")
                : NotFound();
        }

        Solution = solution;
        Lines = await versions.LinesAsync(solution.Id, cancellation);
        Merges = await db.Merges.Where(merge => merge.Into == solution.Id && merge.Undone == null).OrderBy(merge => merge.Moment)
            .Join(db.Solutions, merge => merge.Solution, other => other.Id, (merge, other) => new TakenUpLine(merge.Id, other.Title))
            .ToListAsync(cancellation);
        if (Lines.Count < 2)
            return Page();
        From ??= Lines[1].Number;
        To ??= Lines[0].Number;
        return await versions.ContentAsync(solution.Id, From.Value, cancellation) is { } before
            && await versions.ContentAsync(solution.Id, To.Value, cancellation) is { } after
            ? Show(versions.Between(before, after))
            : NotFound();
    }

    private PageResult Show(IReadOnlyList<PartDifference> differences)
    {
        Differences = differences;
        return Page();
    }
}

/// <summary>A solution that was taken up in this one.</summary>
internal sealed record TakenUpLine(Guid Merge, string Title);
