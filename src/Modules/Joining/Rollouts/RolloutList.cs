using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.People;

namespace Parelmuur.Joining.Rollouts;

/// <summary>A roll-out in short.</summary>
/// <param name="Rollout">The roll-out.</param>
internal sealed record RolloutLine(Rollout Rollout)
{
    /// <summary>Steps that are done or skipped.</summary>
    public int Closed => Rollout.Steps.Count(step => step.IsClosed);

    /// <summary>What part is closed, from 0 to 100.</summary>
    public int Percent => 100 * Closed / Rollout.Steps.Count;

    /// <summary>The first step that waits; one that somebody works at goes first.</summary>
    public RolloutStep? Next => Rollout.Steps.Where(step => !step.IsClosed)
        .OrderBy(step => step.State == StepState.Doing ? 0 : 1).ThenBy(step => step.Number).FirstOrDefault();
}

/// <summary>Reads roll-outs.</summary>
internal static class RolloutList
{
    private const int Shown = 100;

    /// <summary>All roll-outs of an organisation and of those whose work it carries on, running ones first.</summary>
    public static async Task<IReadOnlyList<RolloutLine>> RolloutsOfAsync(
        this JoiningDb db, IReadOnlyList<OrganisationId> lineage, CancellationToken cancellation)
    {
        var found = await db.Rollouts.AsNoTracking().Include(each => each.Steps)
            .Where(each => lineage.Contains(each.Organisation))
            .OrderByDescending(each => each.Started).Take(Shown).ToListAsync(cancellation);
        return [.. found.Select(each => new RolloutLine(each))
            .OrderBy(line => line.Rollout.IsRunning ? 0 : 1).ThenByDescending(line => line.Rollout.Started).ThenBy(line => line.Rollout.Id)];
    }
}
