using Parelmuur.Design;

namespace Parelmuur.Joining.Spread;

/// <summary>A map that a reader can play month by month.</summary>
/// <param name="growth">What grew, over one month at least.</param>
/// <param name="asked">The month that the address asks for; anything unknown becomes the last.</param>
/// <param name="message">What the map says, in Dutch with {0} for the number of municipalities.</param>
internal sealed class MonthsView(Growth growth, Month? asked, string message)
{
    public Growth Growth => growth;

    public string Message => message;

    /// <summary>The month that is shown.</summary>
    public GrowthMonth Shown { get; } =
        growth.Months.FirstOrDefault(each => each.Month == asked) ?? growth.Months[^1];

    public HexMapData Map => growth.MapAt(Shown.Month);

    /// <summary>The months as a line.</summary>
    public IReadOnlyList<GrowthPoint> Line => [.. growth.Months.Select(each => new GrowthPoint(each.Month.Year, each.Total))];
}
