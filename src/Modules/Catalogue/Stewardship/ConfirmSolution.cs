using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Stewardship;

/// <summary>Writes down that a solution is still true today.</summary>
internal sealed class ConfirmSolution(CatalogueDb db, IOrganisations organisations)
{
    /// <summary>Confirms; a second time on one day changes nothing.</summary>
    public async Task RunAsync(Solution solution, Actor actor, CancellationToken cancellation)
    {
        var today = organisations.Today;
        if (solution is { Status: SolutionStatus.Published, LastConfirmed: { } last } && last == today)
            return;
        solution.Confirm(today);
        db.Record(new SolutionConfirmed(solution.Id, today), actor);
        await db.SaveChangesAsync(cancellation);
    }
}
