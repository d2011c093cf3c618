using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Joining.Plans;

/// <summary>Which solutions have a step plan; most have none.</summary>
internal sealed class SolutionsWithPlan(IServiceScopeFactory scopes) : KnownIds<SolutionId>(scopes)
{
    public override string Name => "solutions with a step plan";

    protected override SolutionId? Begun(LedgerEntry entry) => entry.Event == nameof(StepPlanWritten) ? new SolutionId(entry.SubjectId) : null;

    protected override Task<List<SolutionId>> AllAsync(IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<JoiningDb>().StepPlans.Select(plan => plan.Solution).Distinct().ToListAsync(cancellation);
}
