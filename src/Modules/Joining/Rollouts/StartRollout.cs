using Microsoft.EntityFrameworkCore;
using Parelmuur.Adoption;
using Parelmuur.Joining.Plans;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Rollouts;

/// <summary>Lets an organisation begin with a step plan, which also says that it joins the solution.</summary>
internal sealed class StartRollout(JoiningDb db, IAdoption adoption, IOrganisations organisations)
{
    private const int DaysOfWeek = 7, WorkingDays = 5, DaysWithoutNorm = 90;

    /// <summary>Begins, or finds the roll-out that is running already.</summary>
    /// <param name="solution">What they will use.</param>
    /// <param name="plan">Its plan, which may be kept under a solution that was taken up in it.</param>
    /// <param name="organisation">Who begins.</param>
    /// <param name="person">Who says so.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The roll-out.</returns>
    /// <exception cref="RuleViolation">The organisation rejected this use, or another rule of Adoption is broken.</exception>
    public async Task<Guid> RunAsync(
        SolutionId solution, StepPlan plan, OrganisationId organisation, CurrentPerson person, CancellationToken cancellation)
    {
        var lineage = organisations.Lineage(organisation);
        var before = await db.Rollouts.AsNoTracking()
            .Where(each => lineage.Contains(each.Organisation) && each.Solution == plan.Solution)
            .OrderByDescending(each => each.Attempt).ToListAsync(cancellation);
        if (before.Find(each => each.IsRunning) is { } running)
            return running.Id;
        var rollout = Rollout.Start(plan, organisation, before.Select(each => each.Attempt).FirstOrDefault() + 1, person.Id, organisations.Today);
        await JoinAsync(solution, plan, rollout, person, cancellation);
        db.Rollouts.Add(rollout);
        db.Record(new RolloutStarted(rollout.Id, plan.Solution, organisation, plan.Number), person.Actor);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return rollout.Id;
        }
        catch (Exception error) when (PlatformDb.MayHaveLost(error) && !cancellation.IsCancellationRequested)
        {
            // A colleague began at the same moment.
            db.ChangeTracker.Clear();
            var theirs = await db.Rollouts.AsNoTracking().SingleOrDefaultAsync(
                each => each.Organisation == organisation && each.Solution == plan.Solution && each.Attempt == rollout.Attempt, cancellation);
            if (theirs is null)
                throw;
            return theirs.Id;
        }
    }

    // Who uses or plans it already says nothing new.
    private async Task JoinAsync(SolutionId solution, StepPlan plan, Rollout rollout, CurrentPerson person, CancellationToken cancellation)
    {
        var uses = await adoption.OwnUsesAsync(rollout.Organisation, cancellation);
        if (uses.Any(use => use.Solution == solution && use.RejectedOn is null && use.State is UseState.Active or UseState.Planned))
            return;
        var outcome = await adoption.DecideAsync(
            rollout.Organisation, [new(solution, UseAnswer.Plan, ReadyOn(plan, organisations.Today))], rollout.Id,
            person.Is(MembershipRole.Coordinator), organisations.Today, person.Actor, cancellation);
        if (outcome[0].Trouble is { } trouble)
            throw new RuleViolation("", trouble);
    }

    /// <summary>The day on which the steps can be done, one after another.</summary>
    private static DateOnly ReadyOn(StepPlan plan, DateOnly today)
    {
        var days = plan.Steps.Sum(step => step.Days ?? 0);
        return today.AddDays(days == 0 ? DaysWithoutNorm : days * DaysOfWeek / WorkingDays);
    }
}
