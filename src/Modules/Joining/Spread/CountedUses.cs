using Parelmuur.Adoption;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Spread;

/// <summary>The active uses of one solution, counted on one day: all of its spread that does not stand on its card.</summary>
/// <remarks>Small and flat, so that those of thousands of solutions are added up in the time of one page.</remarks>
/// <param name="Places">The municipalities that use it, as their places in <see cref="IOrganisations.Current"/>; each once.</param>
/// <param name="People">Inhabitants of those that confirmed it.</param>
/// <param name="Fifth">The day on which the fifth user started; null when there is none, or nobody knows.</param>
/// <param name="Starts">Each start that is known.</param>
/// <param name="Undated">How many starts are not.</param>
internal sealed record CountedUses(
    int[] Places, long People, DateOnly? Fifth, Start[] Starts, int Undated)
{
    private const int FifthAt = 4;

    /// <summary>Where each municipality of today stands in <see cref="IOrganisations.Current"/>.</summary>
    public static IReadOnlyDictionary<Municipality, int> PlacesOf(IOrganisations organisations)
    {
        Dictionary<Municipality, int> places = new(ReferenceEqualityComparer.Instance);
        foreach (var (place, municipality) in organisations.Current.Index())
            places[municipality] = place;
        return places;
    }

    /// <param name="users">Who uses it; those that do not yet are left out.</param>
    /// <param name="organisations">Who is where today.</param>
    /// <param name="places">See <see cref="PlacesOf"/>.</param>
    public static CountedUses Of(IEnumerable<UserOf> users, IOrganisations organisations, IReadOnlyDictionary<Municipality, int> places)
    {
        HashSet<int> all = [], sure = [];
        List<Start> starts = [];
        List<DateOnly> days = [];
        var undated = 0;
        foreach (var user in users.Where(user => user.State == UseState.Active))
        {
            var place = organisations.OfToday(user.User) is { } here && places.TryGetValue(here, out var found) ? found : Start.Nowhere;
            if (place != Start.Nowhere)
            {
                all.Add(place);
                if (user.Proof == ProofLevel.Confirmed)
                    sure.Add(place);
            }

            if (user.Since is { } day)
                days.Add(day);
            if (user.Since is { } since && since <= organisations.Today)
                starts.Add(new(Month.Of(since).Number, place));
            else
                undated++;
        }

        days.Sort();
        return new(
            [.. all], sure.Sum(place => (long)(organisations.Current[place].Inhabitants?.Count ?? 0)),
            days.Count > FifthAt ? days[FifthAt] : null, [.. starts], undated);
    }
}

/// <summary>A use that started.</summary>
/// <param name="Month">The number of the month.</param>
/// <param name="Place">Of the municipality in <see cref="IOrganisations.Current"/>, or <see cref="Nowhere"/>.</param>
internal readonly record struct Start(int Month, int Place)
{
    /// <summary>The place of a user that is no municipality of today.</summary>
    public const int Nowhere = -1;
}
