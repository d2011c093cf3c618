namespace Parelmuur.Joining.Plans;

/// <summary>What a version of a plan says differently from another.</summary>
/// <param name="Steps">The steps that differ, in the order of the later version; those that went come last.</param>
internal sealed record PlanDifference(IReadOnlyList<StepDifference> Steps)
{
    /// <summary>Compares two versions.</summary>
    public static PlanDifference Of(StepPlan before, StepPlan after)
    {
        var old = before.Steps.ToDictionary(step => step.Id);
        return new(
        [
            .. after.Steps.Select(step => old.TryGetValue(step.Id, out var was)
                ? new StepDifference(StepChange.Changed, step, [.. Parts(was, before, step, after)]) : new(StepChange.New, step, [])).Where(each => each.Change == StepChange.New || each.Parts.Count > 0),
            .. before.Steps.Where(step => after.PlaceOf(step.Id) == 0).Select(step => new StepDifference(StepChange.Gone, step, [])),
        ]);
    }

    private static IEnumerable<PartDifference> Parts(PlanStep was, StepPlan before, PlanStep now, StepPlan after)
    {
        if (was.Title != now.Title)
            yield return new("Stap", was.Title, now.Title);
        if (was.What != now.What)
            yield return new("Wat je doet", was.What, now.What);
        if (was.Role != now.Role)
            yield return new("Wie", was.Role, now.Role);
        if (was.Days != now.Days)
            yield return new("Werkdagen", $"{was.Days}", $"{now.Days}");
        if (was.Evidence != now.Evidence)
            yield return new("Klaar als", was.Evidence, now.Evidence);
        if (!was.First.Order().SequenceEqual(now.First.Order()))
            yield return new("Pas na", Titles(was, before), Titles(now, after));
        if (IsMoved(was.Id, before, after))
            yield return new("Plaats", $"{before.PlaceOf(was.Id)}", $"{after.PlaceOf(now.Id)}");
    }

    private static string Titles(PlanStep step, StepPlan plan) =>
        string.Join(", ", plan.Steps.Where(each => step.First.Contains(each.Id)).Select(each => each.Title));

    // A step moved when it stands elsewhere among the steps that both versions have.
    private static bool IsMoved(Guid step, StepPlan before, StepPlan after) =>
        Place(step, before, after) != Place(step, after, before);

    private static int Place(Guid step, StepPlan plan, StepPlan other) =>
        plan.Steps.Where(each => other.PlaceOf(each.Id) > 0).TakeWhile(each => each.Id != step).Count();
}

/// <summary>How one step differs.</summary>
internal sealed record StepDifference(StepChange Change, PlanStep Step, IReadOnlyList<PartDifference> Parts);

/// <summary>How one part of a step differs.</summary>
/// <param name="Label">The part: a key of <c>Words</c>.</param>
/// <param name="Was">What it said.</param>
/// <param name="Now">What it says.</param>
internal sealed record PartDifference(string Label, string Was, string Now);

/// <summary>What happened to a step.</summary>
internal enum StepChange
{
    New,
    Changed,
    Gone,
}
