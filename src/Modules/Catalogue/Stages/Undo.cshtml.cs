using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Stages;

/// <summary>Take back the last decision, because it was written down by mistake.</summary>
internal sealed class UndoModel(CatalogueDb db, DecideStage decide, Words words) : StewardshipPage(db)
{
    public StageDecision Decision { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
            return NotFound();
        await decide.UndoAsync(Solution, Decision, Me, cancellation);
        Tell(words["Het besluit is weggehaald."]);
        return Redirect(PathOf());
    }

    protected override IQueryable<Solution> Mine(IQueryable<Solution> solutions) =>
        solutions.Where(solution => solution.Status != SolutionStatus.Draft);

    // Only what stands there can be taken back.
    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await Db.Decisions.SingleOrDefaultAsync(
            each => each.Id == id && each.Solution == Solution.Id && each.Undone == null && each.From != null, cancellation) is not { } found)
            return false;
        Decision = found;
        return true;
    }
}
