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
    private readonly SortedSet<SolutionSpread> ranked = new(Comparer<SolutionSpread>.Create(MostUsedFirst));
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

    /// <summary>The spread of all that counts.</summary>
    public PlatformSpread Spread() => new(
        On, [.. ranked], Growth.Of(started, organisations),
        organisations.Current.Zip(solutionsAt).Where(each => each.Second > 0).ToDictionary(each => each.First.Id, each => each.Second),
        ranked.Sum(solution => solution.Active), ranked.Sum(solution => solution.Confirmed));

    /// <summary>Counts a solution, in place of what was counted of it before.</summary>
    /// <param name="solution">The solution.</param>
    /// <param name="users">Who uses it.</param>
    /// <param name="card">Its card; null when it does not count.</param>
    public void Put(SolutionId solution, UsersOfSolution users, SolutionCard? card)
    {
        if (counted.Remove(solution, out var before))
        {
            Add(before.Uses, -1);
            ranked.Remove(before.Spread);
        }

        if (card is null || users.Active == 0)
            return;
        var uses = CountedUses.Of(users.Users, organisations, places);
        var after = new Counted(uses, SolutionSpread.Of(card, users, uses));
        counted.Add(solution, after);
        Add(after.Uses, 1);
        ranked.Add(after.Spread);
    }

    private static int MostUsedFirst(SolutionSpread one, SolutionSpread other) =>
        one.Active != other.Active ? other.Active.CompareTo(one.Active) : string.CompareOrdinal(one.Card.Slug, other.Card.Slug);

    private void Add(CountedUses uses, int times)
    {
        started.Add(uses, times);
        foreach (var place in uses.Places)
            solutionsAt[place] += times;
    }

    private sealed record Counted(CountedUses Uses, SolutionSpread Spread);
}
