using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue;
using Parelmuur.Joining.Lessons;
using Parelmuur.Kernel.People;

namespace Parelmuur.Joining.Plans;

/// <summary>Shows the step plan in short on the page of a solution.</summary>
internal sealed class PlanOfSolution(JoiningDb db, KeptPlan kept) : ISolutionSection
{
    /// <inheritdoc/>
    public int Order => 5;

    /// <inheritdoc/>
    public async Task<SolutionSection?> ForAsync(SolutionCard solution, CurrentPerson? reader, CancellationToken cancellation)
    {
        var (own, all, place) = (reader?.Organisation, kept.AllOf(solution.Id), await kept.OfAsync(solution.Id, cancellation));
        var found = await db.StepPlans.AsNoTracking().Where(each => each.Solution == place)
            .OrderByDescending(each => each.Number)
            .Select(each => new
            {
                Plan = each,
                Rollout = db.Rollouts
                    .Where(rollout => own != null && rollout.Organisation == own && all.Contains(rollout.Solution) && rollout.Stopped == null)
                    .OrderByDescending(rollout => rollout.Started).ThenByDescending(rollout => rollout.Attempt).Select(rollout => (Guid?)rollout.Id).FirstOrDefault(),
                Lessons = db.Lessons.FirstOrDefault(lessons => lessons.Solution == each.Solution),
            })
            .FirstOrDefaultAsync(cancellation);
        return found is null ? null : new("/Plans/_OnSolution.cshtml", new PlanInShort(solution, found.Plan, found.Rollout, found.Lessons?.Whole));
    }
}

/// <summary>The plan of a solution as its page shows it.</summary>
/// <param name="Solution">The solution.</param>
/// <param name="Plan">The latest version of its plan.</param>
/// <param name="Rollout">The roll-out of the reader's own organisation.</param>
/// <param name="Whole">What organisations learned of the plan as a whole; null below five that finished.</param>
internal sealed record PlanInShort(SolutionCard Solution, StepPlan Plan, Guid? Rollout, Lesson? Whole)
{
    /// <summary>Whether somebody can still begin with it.</summary>
    public bool CanStart => Rollout is null && Solution.Status is not (SolutionStatus.Archived or SolutionStatus.Tip);
}
