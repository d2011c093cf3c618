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
    /// <param name="uses">Uses of one solution.</param>
    /// <param name="organisations">Who is where on the map.</param>
    public static Growth Of(IEnumerable<UserOf> uses, IOrganisations organisations)
    {
        var started = new StartedUses(organisations);
        started.Add(CountedUses.Of(uses, organisations, CountedUses.PlacesOf(organisations)), 1);
        return Of(started, organisations);
    }

    /// <param name="started">The uses, counted.</param>
    /// <param name="organisations">Who is where on the map.</param>
    public static Growth Of(StartedUses started, IOrganisations organisations)
    {
        var came = started.Firsts().Zip(organisations.Current).ToLookup(each => each.First, each => each.Second.Hex);
        List<GrowthMonth> months = [];
        var (total, municipalities) = (0, 0);
        foreach (var (month, count) in started.PerMonth.Index())
        {
            if (months.Count == 0 && count == 0)
                continue;
            var cells = HexSet.Of(came[month].OfType<HexCell>());
            total += count;
            municipalities += cells.Count;
            months.Add(new(new(started.Earliest + month), count, total, cells, municipalities));
        }

        return new(months, started.Undated);
    }

    /// <summary>The map at the end of a month, with what came later ready to be shown.</summary>
    public HexMapData MapAt(Month month) => new()
    {
        Steps = [.. Months.Where(each => each.Came.Count > 0).Select(each => new HexStep($"{each.Month}", each.Came, each.Month.Number > month.Number))],
    };
}
