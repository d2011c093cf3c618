using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Stewardship;

/// <summary>Put an older version back, as a new version. Who looks after the solution stays as it is.</summary>
internal sealed class RestoreModel(CatalogueDb db, ReviseSolution revise, VersionTexts versions, Words words) : StewardshipPage(db)
{
    [BindProperty(SupportsGet = true, Name = "number")]
    public int Number { get; set; }

    /// <summary>What would change.</summary>
    public IReadOnlyList<PartDifference> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await versions.ContentAsync(Solution.Id, Number, cancellation) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await versions.ContentAsync(Solution.Id, Number, cancellation) is not { } content)
            return NotFound();
        try
        {
            var kept = content with { Steward = Solution.Steward, Deputy = Solution.Deputy };
            var before = await revise.RunAsync(Solution, each => each.TakeOver(kept), Me, cancellation);
            Tell(words["Versie {0} staat er weer.", Number], before is null ? null : PathOf($"/geschiedenis/{before}"));
            return Redirect(PathOf());
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleViolation("", "Iemand bewaarde net een wijziging. Bekijk die eerst, en probeer het dan weer.");
        }
    }

    protected override IQueryable<Solution> Mine(IQueryable<Solution> solutions) => solutions.EditableBy(Me);

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        if (await versions.ContentAsync(Solution.Id, Number, cancellation) is { } content)
            Differences = versions.Between(Solution.Content(), content);
    }
}
