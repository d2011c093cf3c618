using Parelmuur.Kernel.Text;

namespace Parelmuur.Organisations.Municipalities;

/// <summary>Everything that led to a municipality and what came after it, oldest first.</summary>
internal static class MunicipalityTimeline
{
    public static IReadOnlyList<TimelineEvent> Of(Municipality municipality, MunicipalityRegister register)
    {
        var before = Walk(municipality, each => each.Predecessors, register);
        var after = Walk(municipality, each => each.Successors, register);
        var steps = before.SelectMany(each => each.Predecessors.Select(link => new Step(Find(link.Code), each, link)))
            .Concat(after.SelectMany(each => each.Successors.SelectMany(link => With(each, Find(link.Code), link))));
        return
        [
            .. steps.GroupBy(step => (step.Link.Date, step.Link.Kind, step.Link.IsSplit, Which(step)))
                .Select(group => new TimelineEvent(
                    group.Key.Date,
                    group.Key.Kind,
                    group.Key.IsSplit,
                    InOrder(group.Select(step => step.Old)),
                    InOrder(group.Select(step => step.New))))
                .OrderBy(each => each.Date).ThenBy(each => each.New[0].Code),
        ];

        Municipality Find(MunicipalityCode code) => register.Find(code)!;

        // Who merged is told together with all it merged with; a split is told from the one that was divided.
        IEnumerable<Step> With(Municipality old, Municipality @new, MunicipalityLink link) => link.IsSplit
            ? [new Step(old, @new, link)]
            : @new.Predecessors.Where(other => other == link with { Code = other.Code }).Select(other => new Step(Find(other.Code), @new, other));
    }

    private static List<Municipality> InOrder(IEnumerable<Municipality> municipalities) =>
        [.. municipalities.Distinct().OrderBy(each => Fold.SortKey(each.Name), StringComparer.Ordinal)];

    // What went over in one is told in one sentence, and so is a split.
    private static MunicipalityCode Which(Step step) => step.Link.IsSplit ? step.Old.Code : step.New.Code;

    private static HashSet<Municipality> Walk(
        Municipality from, Func<Municipality, IReadOnlyList<MunicipalityLink>> links, MunicipalityRegister register)
    {
        HashSet<Municipality> seen = [];
        var next = new Queue<Municipality>([from]);
        while (next.TryDequeue(out var each))
        {
            if (!seen.Add(each))
                continue;
            foreach (var link in links(each))
                next.Enqueue(register.Find(link.Code)!);
        }

        return seen;
    }

    private sealed record Step(Municipality Old, Municipality New, MunicipalityLink Link);
}

/// <summary>One reorganisation as a municipality's page tells it.</summary>
/// <param name="Date">First day of the new situation.</param>
/// <param name="Kind">How.</param>
/// <param name="IsSplit">The one old municipality was divided over the new ones.</param>
/// <param name="Old">Who ended.</param>
/// <param name="New">Who carried on.</param>
internal sealed record TimelineEvent(
    DateOnly Date,
    ReorganisationKind Kind,
    bool IsSplit,
    IReadOnlyList<Municipality> Old,
    IReadOnlyList<Municipality> New)
{
    /// <summary>The Dutch sentence with {0} for the old and {1} for the new ones; key for <c>Words</c>.</summary>
    public string Sentence => this switch
    {
        { IsSplit: true, New.Count: > 1 } => "{0} werd verdeeld over {1}.",
        { IsSplit: true } => "Een deel van {0} kwam bij {1}.",
        { Kind: ReorganisationKind.Renewal } => "{0} ging verder als {1}.",
        { Kind: ReorganisationKind.Merger } => "{0} werden samen {1}.",
        { Old.Count: 1 } => "{0} kwam bij {1}.",
        _ => "{0} kwamen bij {1}.",
    };
}
