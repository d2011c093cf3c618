using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Catalogue.Merging;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Design;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Stewardship;

/// <summary>Who changed what, and when; any two versions beside each other. For everyone.</summary>
internal sealed class HistoryModel(AskTogether together, VersionTexts versions, TakenUp taken, Words words) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "van")]
    public int? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "tot")]
    public int? To { get; set; }

    public SolutionDetails Solution { get; private set; } = null!;

    public IReadOnlyList<VersionLine> Lines { get; private set; } = [];

    /// <summary>How the two chosen versions differ; null when there are no two.</summary>
    public IReadOnlyList<PartDifference>? Differences { get; private set; }

    /// <summary>The solutions that were taken up in this one, also by way of another: the merge and the title.</summary>
    public IReadOnlyList<TakenUpLine> Merges { get; private set; } = [];

    public bool MayRestore => Solution.IsEditableBy(CurrentPerson.Of(User));

    public IEnumerable<Choice> Numbers => Lines.Select(line =>
        new Choice(line.Number.ToString(CultureInfo.InvariantCulture), words["Versie {0}", line.Number]));

    public string PathOf(string below = "") => $"{Request.PathBase}/oplossingen/{Solution.Slug}{below}";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        SolutionDetails? found = null;
        string? today = null;
        await together.AllAsync(
            [
                async services => found = (await services.GetRequiredService<ReadSolution>().FindAsync(slug, cancellation))?.Details,
                async services => today = await services.GetRequiredService<ReadSolution>().MovedToAsync(slug, cancellation),
                async services => Lines = await services.GetRequiredService<VersionTexts>().LinesAsync(slug, cancellation),
            ],
            cancellation);
        if (found is null)
            return today is null ? NotFound() : Redirect($"{Request.PathBase}/oplossingen/{today}/geschiedenis{Request.QueryString}");
        Solution = found;
        From ??= Lines.Count < 2 ? null : Lines[1].Number;
        To ??= Lines.Count < 2 ? null : Lines[0].Number;
        SolutionContent? before = null, after = null;
        await together.AllAsync(
            [
                async services => Merges = await MergesAsync(services.GetRequiredService<CatalogueDb>(), cancellation),
                async services => before = await ContentAsync(services, From, cancellation),
                async services => after = await ContentAsync(services, To, cancellation),
            ],
            cancellation);
        return Lines.Count < 2 ? Page()
            : before is not null && after is not null ? Show(versions.Between(before, after)) : NotFound();
    }

    private async Task<IReadOnlyList<TakenUpLine>> MergesAsync(CatalogueDb db, CancellationToken cancellation)
    {
        List<SolutionId> these = [Solution.Id, .. taken.In(Solution.Id)];
        return await db.Merges.Where(merge => these.Contains(merge.Into) && merge.Undone == null).OrderBy(merge => merge.Moment)
            .Join(db.Solutions, merge => merge.Solution, other => other.Id, (merge, other) => new TakenUpLine(merge.Id, other.Title))
            .ToListAsync(cancellation);
    }

    private async Task<SolutionContent?> ContentAsync(IServiceProvider services, int? number, CancellationToken cancellation) =>
        number is { } asked && Lines.Count > 1
            ? await services.GetRequiredService<VersionTexts>().ContentAsync(Solution.Id, asked, cancellation) : null;

    private PageResult Show(IReadOnlyList<PartDifference> differences)
    {
        Differences = differences;
        return Page();
    }
}

/// <summary>A solution that was taken up in this one.</summary>
internal sealed record TakenUpLine(Guid Merge, string Title);
