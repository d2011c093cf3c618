namespace Parelmuur.Joining.Plans;

/// <summary>What two people made of one plan at the same time, brought together without losing anything.</summary>
/// <param name="Steps">All steps; of those that both changed, as this person wrote them.</param>
/// <param name="Clashes">What the other wrote in the steps that both changed.</param>
internal sealed record PlanMerge(IReadOnlyList<PlanStep> Steps, IReadOnlyList<PlanStep> Clashes)
{
    /// <summary>Brings together.</summary>
    /// <param name="start">The plan on which this person began.</param>
    /// <param name="own">What this person made of it.</param>
    /// <param name="theirs">What the other made of it.</param>
    public static PlanMerge Of(IReadOnlyList<PlanStep> start, IReadOnlyList<PlanStep> own, IReadOnlyList<PlanStep> theirs)
    {
        var (before, other) = (start.ToDictionary(step => step.Id), theirs.ToDictionary(step => step.Id));
        var (steps, clashes) = (new List<PlanStep>(), new List<PlanStep>());
        foreach (var step in own)
        {
            var was = before.GetValueOrDefault(step.Id);
            var their = other.GetValueOrDefault(step.Id);
            var changed = was is null || !step.SaysTheSameAs(was);
            // What the other took away goes, unless this person changed it.
            if (their is null && was is not null && !changed)
                continue;
            var theyChanged = their is not null && was is not null && !their.SaysTheSameAs(was);
            if (theyChanged && changed && !their!.SaysTheSameAs(step))
                clashes.Add(their);
            steps.Add(theyChanged && !changed ? their! : step);
        }

        AddTheirs(steps, before, own, theirs);
        return new(Ordered(steps), clashes);
    }

    // A step that the other added, or changed while this person took it away, comes behind the one that stands before it there.
    private static void AddTheirs(
        List<PlanStep> steps, Dictionary<Guid, PlanStep> before, IReadOnlyList<PlanStep> own, IReadOnlyList<PlanStep> theirs)
    {
        var mine = own.Select(step => step.Id).ToHashSet();
        foreach (var (place, step) in theirs.Index())
        {
            if (mine.Contains(step.Id) || (before.TryGetValue(step.Id, out var was) && step.SaysTheSameAs(was)))
                continue;
            var behind = place == 0 ? -1 : steps.FindIndex(each => each.Id == theirs[place - 1].Id);
            steps.Insert(behind < 0 && place > 0 ? steps.Count : behind + 1, step);
        }
    }

    // What a step waits for may have gone, or come behind it.
    private static List<PlanStep> Ordered(List<PlanStep> steps)
    {
        var earlier = new HashSet<Guid>();
        var ordered = new List<PlanStep>();
        foreach (var step in steps)
        {
            ordered.Add(step.First.All(earlier.Contains) ? step : step with { After = [.. step.First.Where(earlier.Contains)] });
            earlier.Add(step.Id);
        }

        return ordered;
    }
}
