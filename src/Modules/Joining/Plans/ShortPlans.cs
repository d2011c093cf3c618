using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Joining.Lessons;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Joining.Plans;

/// <summary>What visitors see of step plans on the pages of solutions, kept in memory until the ledger says that a plan or its lessons changed.</summary>
internal sealed class ShortPlans(IServiceScopeFactory scopes) : KeptById<SolutionId, ShortPlan>(scopes)
{
    public override string Name => "step plans in short";

    protected override SolutionId? Changed(LedgerEntry entry) =>
        entry.Event is nameof(StepPlanWritten) or nameof(LessonsLearned) ? new SolutionId(entry.SubjectId) : null;

    protected override async Task<IReadOnlyDictionary<SolutionId, ShortPlan>> ReadAsync(
        IServiceProvider services, IReadOnlyList<SolutionId> ids, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<JoiningDb>();
        var plans = await db.StepPlans.AsNoTracking()
            .Where(plan => ids.Contains(plan.Solution) && !db.StepPlans.Any(later => later.Solution == plan.Solution && later.Number > plan.Number))
            .Select(plan => new { Plan = plan, Lessons = db.Lessons.FirstOrDefault(lessons => lessons.Solution == plan.Solution) })
            .ToListAsync(cancellation);
        return plans.ToDictionary(each => each.Plan.Solution, each => ShortPlan.Of(each.Plan, each.Lessons));
    }
}

/// <summary>A step plan in short.</summary>
/// <param name="Steps">The titles of the steps of its latest version.</param>
/// <param name="Days">Working days of all steps together, as far as they are known.</param>
/// <param name="Whole">What organisations learned of the plan as a whole; null below five that finished.</param>
internal sealed record ShortPlan(IReadOnlyList<string> Steps, int Days, Lesson? Whole)
{
    public static ShortPlan Of(StepPlan plan, PlanLessons? lessons) => new([.. plan.Steps.Select(step => step.Title)], plan.Days, lessons?.Whole);
}
