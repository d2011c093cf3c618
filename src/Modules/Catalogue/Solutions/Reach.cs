using Parelmuur.Adoption;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>How many people live where a solution is surely used.</summary>
/// <param name="People">Inhabitants of the municipalities that confirmed their use.</param>
/// <param name="Years">The year of the counts: "2026", or "2025–2026".</param>
/// <param name="Source">Who counted.</param>
internal sealed record Reach(long People, string Years, string Source)
{
    /// <summary>The people reached, or null when nothing is confirmed or counted.</summary>
    public static Reach? Of(UsersOfSolution users, UserMaps maps)
    {
        var counts = users.Users
            .Where(user => user is { State: UseState.Active, Proof: ProofLevel.Confirmed })
            .Select(user => maps.OfToday(user.User))
            .OfType<Municipality>()
            .DistinctBy(municipality => municipality.Code)
            .Select(municipality => municipality.Inhabitants)
            .OfType<Inhabitants>()
            .ToList();
        if (counts.Count == 0)
            return null;
        int first = counts.Min(count => count.Year), last = counts.Max(count => count.Year);
        return new(
            counts.Sum(count => (long)count.Count),
            first == last ? $"{last}" : $"{first}–{last}",
            string.Join(", ", counts.Select(count => count.Source).Distinct()));
    }
}
