using Parelmuur.Adoption;
using Parelmuur.Design;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Spread;

/// <summary>What one month added.</summary>
/// <param name="Month">The month.</param>
/// <param name="New">Uses that started in it.</param>
/// <param name="Total">Uses that had started by its end.</param>
/// <param name="Came">The municipalities whose first use started in it.</param>
/// <param name="Municipalities">The municipalities of today with a use by its end.</param>
internal sealed record GrowthMonth(Month Month, int New, int Total, HexSet Came, int Municipalities);

/// <summary>How uses that are active today grew, month by month.</summary>
/// <remarks>
/// What ended since is not in it: it tells where today's uses came from. A municipality that ended counts as the one that carries
/// on its work.
/// </remarks>
/// <param name="Months">From the first start, at most fifteen years back, until this month, without gaps; empty when no start is known.</param>
/// <param name="Undated">Active uses of which the start is not known; they are in no month.</param>
internal sealed record Growth(IReadOnlyList<GrowthMonth> Months, int Undated)
{
    private const int MostMonths = 180;

    /// <param name="uses">Uses of one solution or of all.</param>
    /// <param name="organisations">Who is where on the map.</param>
    public static Growth Of(IEnumerable<UserOf> uses, IOrganisations organisations)
    {
        var thisMonth = Month.Of(organisations.Today).Number;
        var earliest = thisMonth - MostMonths + 1;
        var started = new SortedDictionary<int, int>();
        Dictionary<Municipality, int> first = new(ReferenceEqualityComparer.Instance);
        var undated = 0;
        foreach (var use in uses.Where(use => use.State == UseState.Active))
        {
            if (use.Since is not { } since || since > organisations.Today)
            {
                undated++;
                continue;
            }

            var month = Math.Max(Month.Of(since).Number, earliest);
            started[month] = started.GetValueOrDefault(month) + 1;
            if (organisations.OfToday(use.User) is { } here)
                first[here] = Math.Min(month, first.GetValueOrDefault(here, int.MaxValue));
        }

        return new(started.Count == 0 ? [] : Fill(started, first, thisMonth), undated);
    }

    /// <summary>The map at the end of a month, with what came later ready to be shown.</summary>
    public HexMapData MapAt(Month month) => new()
    {
        Steps = [.. Months.Where(each => each.Came.Count > 0).Select(each => new HexStep($"{each.Month}", each.Came, each.Month.Number > month.Number))],
    };

    private static List<GrowthMonth> Fill(SortedDictionary<int, int> started, Dictionary<Municipality, int> first, int last)
    {
        var came = first.Where(pair => pair.Key.Hex is not null).ToLookup(pair => pair.Value, pair => pair.Key.Hex!.Value);
        List<GrowthMonth> months = [];
        var (total, municipalities) = (0, 0);
        for (var month = started.Keys.First(); month <= last; month++)
        {
            var cells = HexSet.Of(came[month]);
            total += started.GetValueOrDefault(month);
            municipalities += cells.Count;
            months.Add(new(new(month), started.GetValueOrDefault(month), total, cells, municipalities));
        }

        return months;
    }
}
