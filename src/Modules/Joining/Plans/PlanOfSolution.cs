using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.People;

namespace Parelmuur.Joining.Plans;

/// <summary>Shows the step plan in short on the page of a solution.</summary>
internal sealed class PlanOfSolution(JoiningDb db) : ISolutionSection
{
    /// <inheritdoc/>
    public int Order => 5;

    /// <inheritdoc/>
    public async Task<SolutionSection?> ForAsync(SolutionCard solution, CurrentPerson? reader, CancellationToken cancellation)
    {
        var plan = await db.StepPlans.AsNoTracking().Where(each => each.Solution == solution.Id)
            .OrderByDescending(each => each.Number).FirstOrDefaultAsync(cancellation);
        return plan is null ? null : new("/Plans/_OnSolution.cshtml", new PlanInShort(solution, plan));
    }
}

/// <summary>The plan of a solution as its page shows it.</summary>
internal sealed record PlanInShort(SolutionCard Solution, StepPlan Plan);
