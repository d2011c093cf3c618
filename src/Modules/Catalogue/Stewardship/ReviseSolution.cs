using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Import;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Stewardship;

/// <summary>Writes what a person changed in a solution: the solution, its versions, its address and the ledger.</summary>
internal sealed class ReviseSolution(CatalogueDb db, TimeProvider time)
{
    /// <summary>Saves the content. A new title gives a new address; the former one keeps leading here.</summary>
    /// <returns>The number of the version before, to go back to; null when nothing changed.</returns>
    /// <exception cref="DbUpdateException">Somebody else saved in the meantime.</exception>
    public Task<int?> RunAsync(Solution solution, SolutionContent content, CurrentPerson person, CancellationToken cancellation) =>
        RunAsync(solution, each => each.ReviseByPerson(content), person, cancellation);

    /// <summary>Saves what a change does to the content, in the same way.</summary>
    public async Task<int?> RunAsync(
        Solution solution, Func<Solution, IReadOnlyList<string>> change, CurrentPerson person, CancellationToken cancellation)
    {
        var (title, before) = (solution.Title, SolutionVersion.Before(solution));
        var changed = change(solution);
        if (changed.Count == 0)
            return null;
        await KeepAsync(solution, before, changed, person, cancellation);
        if (Slug.From(title) != Slug.From(solution.Title))
            await MoveAsync(solution, cancellation);
        db.Record(new SolutionRevised(solution.Id, changed), person.Actor);
        await db.SaveChangesAsync(cancellation);
        return before.Number;
    }

    /// <summary>Keeps the version that a person made, and the one before it when that was not kept yet. The caller saves.</summary>
    public async Task KeepAsync(
        Solution solution, SolutionVersion before, IReadOnlyList<string> changed, CurrentPerson person, CancellationToken cancellation)
    {
        if (!await db.Versions.AnyAsync(version => version.Solution == solution.Id && version.Number == before.Number, cancellation))
            db.Versions.Add(before);
        db.Versions.Add(SolutionVersion.By(person, solution, changed, time.GetUtcNow()));
    }

    // An address that the solution had before is taken again, so that undoing a new title undoes the new address too.
    private async Task MoveAsync(Solution solution, CancellationToken cancellation)
    {
        var wanted = Slug.From(solution.Title);
        if (!await db.Slugs.AnyAsync(slug => slug.Slug == wanted && slug.Solution == solution.Id, cancellation))
        {
            wanted = (await new FreeSlugs().TakeAsync(db, [solution.Title], cancellation))[0];
            db.Slugs.Add(new SolutionSlug(wanted, solution.Id));
        }

        solution.MoveTo(wanted);
    }
}
