using Parelmuur.Adoption;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>The users of a solution at the end of one half year.</summary>
/// <param name="Year">The year.</param>
/// <param name="IsSecondHalf">From July.</param>
/// <param name="New">Who started in it.</param>
/// <param name="Total">Everyone who had started by its end.</param>
internal sealed record HalfYear(int Year, bool IsSecondHalf, int New, int Total);

/// <summary>How the use of a solution grew.</summary>
/// <param name="Periods">From the first start until today, without gaps.</param>
/// <param name="Undated">Users of whom the start is not known; they are in no period.</param>
/// <param name="BestYear">The year in which most started; null when no year stands out.</param>
internal sealed record Spread(IReadOnlyList<HalfYear> Periods, int Undated, int? BestYear)
{
    private const int LeastUsers = 3, LeastPeriods = 2, MostPeriods = 24;

    /// <summary>The growth, or null when fewer than three users are dated: that is no line.</summary>
    /// <remarks>What started more than twelve years ago counts in the first period, so that the chart stays readable.</remarks>
    public static Spread? Of(UsersOfSolution users, DateOnly today)
    {
        var starts = users.Users
            .Where(user => user.State == UseState.Active && user.Since <= today)
            .Select(user => Math.Max(Half(user.Since!.Value), Half(today) - MostPeriods + 1))
            .ToList();
        if (starts.Count < LeastUsers || Half(today) - starts.Min() + 1 < LeastPeriods)
            return null;

        var total = 0;
        var perHalf = starts.CountBy(half => half).ToDictionary();
        List<HalfYear> periods = [];
        for (var half = starts.Min(); half <= Half(today); half++)
        {
            var started = perHalf.GetValueOrDefault(half);
            total += started;
            periods.Add(new(half / 2, half % 2 == 1, started, total));
        }

        return new(periods, users.Active - starts.Count, Best(starts));
    }

    private static int? Best(List<int> starts)
    {
        var years = starts.CountBy(half => half / 2).OrderByDescending(year => year.Value).Take(2).ToList();
        return years is [var only] ? only.Key : years[0].Value > years[1].Value ? years[0].Key : null;
    }

    // Half years as one number, so that they can be counted and compared.
    private static int Half(DateOnly date) => (date.Year * 2) + (date.Month > 6 ? 1 : 0);
}
