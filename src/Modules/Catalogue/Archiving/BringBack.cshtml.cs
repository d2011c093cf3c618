using Microsoft.AspNetCore.Mvc;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Archiving;

/// <summary>Put a solution that had ended back on the wall. Also how archiving is undone.</summary>
internal sealed class BringBackModel(CatalogueDb db, ArchiveSolution archive, Words words) : StewardshipPage(db)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await archive.UndoAsync(Solution, Me, cancellation);
        Tell(words["Dit staat weer op de muur."]);
        return Redirect(PathOf());
    }

    protected override IQueryable<Solution> Mine(IQueryable<Solution> solutions) =>
        solutions.EditableBy(Me).Where(solution => solution.Status == SolutionStatus.Archived);
}
