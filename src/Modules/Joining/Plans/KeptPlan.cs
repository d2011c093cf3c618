using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.People;

namespace Parelmuur.Joining.Plans;

/// <summary>Under which id the step plan of a solution is kept: its own, or that of one that was taken up in it.</summary>
/// <remarks>So a plan, its roll-outs and its lessons stay as they were when two solutions become one, and when they part again.</remarks>
internal sealed class KeptPlan(JoiningDb db, ICatalogue catalogue)
{
    /// <summary>Its own id when it has a plan, or none of those taken up in it has one. One question, and only after a merge.</summary>
    public async Task<SolutionId> OfAsync(SolutionId solution, CancellationToken cancellation)
    {
        var all = AllOf(solution);
        if (all.Count == 1)
            return solution;
        var kept = await db.StepPlans.Where(plan => all.Contains(plan.Solution)).Select(plan => plan.Solution).Distinct().ToListAsync(cancellation);
        return kept.Count == 0 ? solution : all.Find(kept.Contains);
    }

    /// <summary>The solution and those that were taken up in it.</summary>
    public List<SolutionId> AllOf(SolutionId solution) => [solution, .. catalogue.TakenUpIn(solution)];
}
