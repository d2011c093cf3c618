using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Rollouts;

/// <summary>Writes down what happens to the steps of a roll-out. Two colleagues at once lose nothing.</summary>
internal sealed class ChangeRollout(JoiningDb db, IOrganisations organisations)
{
    private const int Attempts = 5;

    /// <summary>Changes a step.</summary>
    /// <param name="rollout">The roll-out.</param>
    /// <param name="id">Which step; never its number, which changes with the plan.</param>
    /// <param name="facts">How it is now.</param>
    /// <param name="seen">The revision of the step that the person saw.</param>
    /// <param name="person">Who says it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What a colleague made of the step in the meantime, when nothing was saved for that reason; else null.</returns>
    /// <exception cref="RuleViolation">A rule is broken.</exception>
    public async Task<RolloutStep?> RunAsync(
        Guid rollout, Guid id, StepFacts facts, int seen, CurrentPerson person, CancellationToken cancellation)
    {
        RolloutStep? theirs = null;
        await SaveAsync(rollout, found =>
        {
            var step = found.StepOf(id);
            theirs = step.Facts != facts && step.Revision != seen ? step : null;
            if (step.Facts == facts || theirs is not null)
                return;
            found.Change(step, facts, organisations.Today);
            db.Record(new RolloutStepChanged(found.Id, step.Step, step.State), person.Actor);
            if (found.Finished is not null)
                db.Record(new RolloutFinished(found.Id), person.Actor);
        }, cancellation);
        return theirs;
    }

    /// <summary>Keeps files as evidence of a step, or takes them away.</summary>
    /// <exception cref="RuleViolation">There are too many, or the step is not there.</exception>
    public Task AttachAsync(
        Guid rollout, Guid id, IReadOnlyCollection<EvidenceFile> added, IReadOnlyCollection<FileId> removed,
        CurrentPerson person, CancellationToken cancellation) => SaveAsync(rollout, found =>
        {
            var step = found.StepOf(id);
            var gone = step.Files.Select(file => file.File).Where(removed.Contains).ToList();
            if (added.Count + gone.Count == 0)
                return;
            found.Attach(step, added, gone);
            db.Record(new RolloutEvidenceChanged(found.Id, step.Step, [.. added.Select(file => file.File)], gone), person.Actor);
        }, cancellation);

    /// <summary>Changes a roll-out as it is now, and looks again when a colleague saved at the same moment.</summary>
    public async Task SaveAsync(Guid rollout, Action<Rollout> change, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            change(await db.Rollouts.Include(each => each.Steps.OrderBy(step => step.Number)).SingleAsync(each => each.Id == rollout, cancellation));
            try
            {
                await db.SaveChangesAsync(cancellation);
                return;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
