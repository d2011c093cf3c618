using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;

namespace Parelmuur.Joining.Plans;

/// <summary>Writes the next version of a step plan.</summary>
internal sealed class WritePlan(JoiningDb db, TimeProvider time)
{
    /// <summary>Writes it after the version that the writer saw.</summary>
    /// <returns>Null when somebody else wrote that number in the meantime: nothing was saved.</returns>
    /// <exception cref="Kernel.Rules.RuleViolation">The plan breaks a rule.</exception>
    public async Task<StepPlan?> RunAsync(
        SolutionId solution, int after, IReadOnlyList<PlanStep> steps, string note, CurrentPerson person, CancellationToken cancellation)
    {
        var plan = StepPlan.Write(solution, after + 1, steps, note, person.Id, time.GetUtcNow());
        db.StepPlans.Add(plan);
        db.Record(new StepPlanWritten(solution, plan.Number, steps.Count), person.Actor);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return plan;
        }
        catch (Exception error) when (PlatformDb.MayHaveLost(error) && !cancellation.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            if (!await db.StepPlans.AnyAsync(each => each.Solution == solution && each.Number == plan.Number, cancellation))
                throw;
            return null;
        }
    }
}
