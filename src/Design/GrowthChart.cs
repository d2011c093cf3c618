using System.Globalization;
using Microsoft.AspNetCore.Html;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>A total at the end of a period, for a line that grows.</summary>
/// <param name="Year">The year of the period.</param>
/// <param name="Total">The total by its end; never less than before.</param>
public readonly record struct GrowthPoint(int Year, int Total);

/// <summary>Draws growth as a line, so that its type never shrinks: x in percents, text in pixels.</summary>
public static class GrowthChart
{
    private const int Top = 24, Bottom = 220, Height = 256, MostYearLabels = 6, MostDots = 24;

    /// <summary>The line as a picture.</summary>
    /// <param name="periods">At least one, without gaps, oldest first.</param>
    /// <param name="label">What the line says, in a sentence of the reader's language.</param>
    /// <param name="last">What stands at the last point: "87 gebruikers".</param>
    /// <param name="words">For the numbers beside the line.</param>
    public static IHtmlContent Draw(IReadOnlyList<GrowthPoint> periods, string label, string last, Words words)
    {
        var most = Math.Max(1, periods[^1].Total);
        var step = StepOf(most);
        var axis = (most + step - 1) / step * step;
        var points = periods.Select((period, at) => (X: Number(Across(at, periods.Count)), Share: (double)period.Total / axis)).ToList();
        var line = string.Join('L', points.Select(point => $"{point.X} {Number(100 - (point.Share * 100))}"));

        var html = Markup.Of($"<svg class=\"pm-grafiek\" height=\"{Height}\" role=\"img\" aria-label=\"{label}\">");
        html.Add($"<svg x=\"0\" y=\"{Top}\" width=\"100%\" height=\"{Bottom - Top}\" viewBox=\"0 0 100 100\" preserveAspectRatio=\"none\">")
            .Add($"<path class=\"vlak\" d=\"M{points[0].X} 100L{line}L{points[^1].X} 100z\"/></svg>")
            .Add($"<line class=\"as\" x1=\"0\" x2=\"100%\" y1=\"{Bottom}\" y2=\"{Bottom}\"/>");
        for (var value = step; value <= axis; value += step)
        {
            var y = Down((double)value / axis);
            html.Add($"<line class=\"raster\" x1=\"0\" x2=\"100%\" y1=\"{y}\" y2=\"{y}\"/><text x=\"0\" y=\"{y - 4}\">{words["{0:N0}", value]}</text>");
        }

        html.Add($"<svg x=\"0\" y=\"{Top}\" width=\"100%\" height=\"{Bottom - Top}\" viewBox=\"0 0 100 100\" preserveAspectRatio=\"none\" overflow=\"visible\">")
            .Add($"<path class=\"lijn\" vector-effect=\"non-scaling-stroke\" d=\"M{line}\"/></svg>")
            .AddEach(points.Count > MostDots ? points[^1..] : points, (svg, point) => svg.Add($"<circle class=\"punt\" cx=\"{point.X}%\" cy=\"{Down(point.Share)}\" r=\"5\"/>"));
        Years(html, periods);
        return html
            .Add($"<text class=\"sterk\" x=\"{points[^1].X}%\" y=\"{Down(points[^1].Share) - 12}\" text-anchor=\"end\">{last}</text></svg>");
    }

    private static void Years(Markup html, IReadOnlyList<GrowthPoint> periods)
    {
        var years = periods.Select((period, at) => (period.Year, X: Across(at, periods.Count))).GroupBy(each => each.Year).ToList();
        var every = (years.Count + MostYearLabels - 1) / MostYearLabels;
        for (var at = 0; at < years.Count; at += every)
            html.Add($"<text x=\"{Number(years[at].Average(each => each.X))}%\" y=\"{Bottom + 24}\" text-anchor=\"middle\">{years[at].Key}</text>");
    }

    private static double Across(int at, int count) => (at + 0.5) * 100 / count;

    private static int Down(double share) => Bottom - (int)Math.Round(share * (Bottom - Top));

    // About four lines, at numbers that people count in.
    private static int StepOf(int most)
    {
        var rough = Math.Max(1, most / 4.0);
        var power = (int)Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (rough / power) switch { <= 1 => power, <= 2 => 2 * power, <= 5 => 5 * power, _ => 10 * power };
    }

    // At most two decimals. A pattern says it sooner, and takes longer to write.
    private static string Number(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);
}
