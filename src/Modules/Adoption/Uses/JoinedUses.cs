using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;

namespace Parelmuur.Adoption.Uses;

/// <summary>Which solutions count as one, and what one user's uses of them come to.</summary>
internal sealed class JoinedUses
{
    private readonly IReadOnlyDictionary<SolutionId, SolutionId> wholes;
    private readonly ILookup<SolutionId, SolutionId> parts;

    public JoinedUses(IReadOnlyDictionary<SolutionId, SolutionId> joined)
    {
        wholes = Chain.Ends(joined);
        parts = wholes.ToLookup(each => each.Value, each => each.Key);
    }

    public static JoinedUses None { get; } = new(new Dictionary<SolutionId, SolutionId>());

    /// <summary>Where the uses of a solution count.</summary>
    public SolutionId WholeOf(SolutionId solution) => wholes.GetValueOrDefault(solution, solution);

    /// <summary>Whether the uses of another count there too.</summary>
    public bool HasParts(SolutionId whole) => parts.Contains(whole);

    /// <summary>The solutions whose uses count there, itself first.</summary>
    public IEnumerable<SolutionId> PartsOf(SolutionId whole) => [whole, .. parts[whole]];

    /// <summary>Of one user the use that counts: what the user confirmed last, or else what was stated last.</summary>
    /// <remarks>The earliest start is kept, whichever of them knows it. What is hidden in one place is hidden.</remarks>
    public static UseRow Best(IEnumerable<UseRow> ofOneUser)
    {
        var all = InOrder(ofOneUser, use => use.Rejected, use => use.ConfirmedOn, use => use.ClaimedOn, use => use.Id);
        return all.Count == 1 ? all[0] : all[0] with
        {
            Since = all.Where(use => use.State == all[0].State && !use.Rejected).Min(use => use.Since),
            Hidden = all.Exists(use => use.Hidden),
        };
    }

    /// <summary>The same choice among whole uses: the one about which the user decides.</summary>
    public static Use Best(IEnumerable<Use> ofOneUser) =>
        ofOneUser.ToList() is [var only] ? only : SurestFirst(ofOneUser)[0];

    /// <summary>What is surest first.</summary>
    public static IReadOnlyList<Use> SurestFirst(IEnumerable<Use> uses) =>
        InOrder(uses, use => use.RejectedOn is not null, use => use.ConfirmedOn, use => use.ClaimedOn, use => use.Id);

    private static List<T> InOrder<T>(
        IEnumerable<T> uses, Func<T, bool> rejected, Func<T, DateOnly?> confirmed, Func<T, DateOnly?> claimed, Func<T, UseId> id) =>
        [.. uses.OrderBy(rejected).ThenByDescending(confirmed).ThenByDescending(claimed).ThenBy(use => id(use).Value)];
}
