using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Spread;

/// <summary>What was counted on one day, per solution and added up. What changed is taken off and added again, so that a change
/// costs the same however many uses there are. For one thread at a time.</summary>
internal sealed class CountedSolutions
{
    private readonly Dictionary<SolutionId, Counted> counted = [];
    private readonly IReadOnlyDictionary<Municipality, int> places;
    private readonly IOrganisations organisations;
    private readonly StartedUses started;

    // Per municipality the number of solutions that it uses.
    private readonly int[] solutionsAt;

    public CountedSolutions(IOrganisations organisations)
    {
        this.organisations = organisations;
        (On, places, started) = (organisations.Today, CountedUses.PlacesOf(organisations), new(organisations));
        solutionsAt = new int[organisations.Current.Count];
    }

    /// <summary>The day.</summary>
    public DateOnly On { get; }

    public bool Has(SolutionId solution) => counted.ContainsKey(solution);

    /// <summary>The card with which a solution was counted; null when it does not count.</summary>
    public SolutionCard? CardOf(SolutionId solution) => counted[solution].Spread?.Card;

    /// <summary>Counts a solution, in place of what was counted of it before.</summary>
    /// <param name="solution">The solution.</param>
    /// <param name="users">Who uses it.</param>
    /// <param name="card">Its card; null when it does not count.</param>
    public void Put(SolutionId solution, UsersOfSolution users, SolutionCard? card)
    {
        var before = counted.GetValueOrDefault(solution);
        var isSame = ReferenceEquals(before?.Users, users);
        if (isSame && ReferenceEquals(before?.Spread?.Card, card))
            return;
        var uses = isSame ? before!.Uses : CountedUses.Of(users.Users, organisations, places);
        Drop(solution);
        counted[solution] = new(users, uses, card is null ? null : SolutionSpread.Of(card, users, uses));
        if (card is not null)
            Add(uses, 1);
    }

    /// <summary>Forgets every other solution.</summary>
    public void KeepOnly(IReadOnlyCollection<SolutionId> solutions)
    {
        if (counted.Count == solutions.Count)
            return;
        foreach (var gone in counted.Keys.Except(solutions).ToList())
            Drop(gone);
    }

    /// <summary>The spread of all that counts.</summary>
    public PlatformSpread Spread() => PlatformSpread.Of(
        On, counted.Values.Select(each => each.Spread).OfType<SolutionSpread>(), Growth.Of(started, organisations),
        solutionsAt.Count(solutions => solutions > 0));

    private void Drop(SolutionId solution)
    {
        if (counted.Remove(solution, out var before) && before.Spread is not null)
            Add(before.Uses, -1);
    }

    private void Add(CountedUses uses, int times)
    {
        started.Add(uses, times);
        foreach (var place in uses.Places)
            solutionsAt[place] += times;
    }

    private sealed record Counted(UsersOfSolution Users, CountedUses Uses, SolutionSpread? Spread);
}
