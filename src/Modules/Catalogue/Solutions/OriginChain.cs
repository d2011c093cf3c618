namespace Parelmuur.Catalogue.Solutions;

/// <summary>One thing that happened to a solution.</summary>
/// <param name="Date">When.</param>
/// <param name="Step">The decision, when it is one.</param>
/// <param name="Text">What happened as somebody wrote it down; null for a decision and for the sharing itself.</param>
internal sealed record OriginMoment(DateOnly Date, StageStep? Step, string? Text);

/// <summary>The one time line of a solution: sharing, decisions and what else is worth telling, oldest first.</summary>
internal static class OriginChain
{
    public static IReadOnlyList<OriginMoment> Of(
        SolutionDetails solution, IReadOnlyList<StageStep> decisions, IReadOnlyList<OriginMoment> moments)
    {
        // Whoever wrote something down for the first day has told that story better.
        IEnumerable<OriginMoment> sharing = moments.Any(moment => moment.Date == solution.Shared)
            ? []
            : [new(solution.Shared, Step: null, Text: null)];
        return [.. sharing
            .Concat(moments)
            .Concat(decisions.Select(step => new OriginMoment(step.Date, step, Text: null)))
            .OrderBy(moment => moment.Date)];
    }
}
