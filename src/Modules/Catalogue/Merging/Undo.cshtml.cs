using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Merging;

/// <summary>Part two solutions that were made one, after a look at what cannot come back.</summary>
internal sealed class UndoModel(CatalogueDb db, MergeSolutions merge, Words words) : StewardshipPage(db)
{
    public SolutionMerge Merge { get; private set; } = null!;

    public Solution Other { get; private set; } = null!;

    /// <summary>The parts that somebody changed since.</summary>
    public IReadOnlyList<string> Stays => merge.StaysOf(Merge, Other, Solution);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
            return NotFound();
        await merge.UndoAsync(Merge, Other, Solution, Me, cancellation);
        Tell(words["Ze staan weer apart."]);
        return Redirect($"{Request.PathBase}/oplossingen/{Other.Slug}");
    }

    protected override IQueryable<Solution> Mine(IQueryable<Solution> solutions) =>
        solutions.Where(solution => solution.Status != SolutionStatus.Draft);

    // When somebody else was first, both are read anew.
    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        if (ModelState.IsValid)
            return;
        Reread(await Db.Solutions.SingleAsync(each => each.Id == Solution.Id, cancellation));
        Other = await Db.Solutions.SingleAsync(each => each.Id == Other.Id, cancellation);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        var found = await Db.Merges.Where(each => each.Id == id && each.Into == Solution.Id && each.Undone == null)
            .Join(Db.Solutions, each => each.Solution, other => other.Id, (each, other) => new { Merge = each, Other = other })
            .SingleOrDefaultAsync(cancellation);
        if (found is null)
            return false;
        (Merge, Other) = (found.Merge, found.Other);
        return true;
    }
}
