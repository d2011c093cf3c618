using System.Globalization;
using Microsoft.AspNetCore.Html;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>Draws the growth of use as a line, so that its type never shrinks: x in percents, text in pixels.</summary>
internal static class SpreadChart
{
    private const int Top = 24, Bottom = 220, Height = 256, MostYearLabels = 6;

    public static IHtmlContent Draw(Spread spread, string label, Words words)
    {
        var most = spread.Periods[^1].Total;
        var step = StepOf(most);
        var axis = (most + step - 1) / step * step;
        var points = spread.Periods.Select((period, at) => (X: Across(at, spread), Share: (double)period.Total / axis)).ToList();
        var line = string.Join('L', points.Select(point => $"{Number(point.X)} {Number(100 - (point.Share * 100))}"));

        var html = Markup.Of($"<svg class=\"pm-grafiek\" height=\"{Height}\" role=\"img\" aria-label=\"{label}\">");
        html.Add($"<svg x=\"0\" y=\"{Top}\" width=\"100%\" height=\"{Bottom - Top}\" viewBox=\"0 0 100 100\" preserveAspectRatio=\"none\">")
            .Add($"<path class=\"vlak\" d=\"M{Number(points[0].X)} 100L{line}L{Number(points[^1].X)} 100z\"/></svg>")
            .Add($"<line class=\"as\" x1=\"0\" x2=\"100%\" y1=\"{Bottom}\" y2=\"{Bottom}\"/>");
        for (var value = step; value <= axis; value += step)
        {
            var y = Down((double)value / axis);
            html.Add($"<line class=\"raster\" x1=\"0\" x2=\"100%\" y1=\"{y}\" y2=\"{y}\"/><text x=\"0\" y=\"{y - 4}\">{words["{0:N0}", value]}</text>");
        }

        html.Add($"<svg x=\"0\" y=\"{Top}\" width=\"100%\" height=\"{Bottom - Top}\" viewBox=\"0 0 100 100\" preserveAspectRatio=\"none\" overflow=\"visible\">")
            .Add($"<path class=\"lijn\" vector-effect=\"non-scaling-stroke\" d=\"M{line}\"/></svg>")
            .AddEach(points, (svg, point) => svg.Add($"<circle class=\"punt\" cx=\"{Number(point.X)}%\" cy=\"{Down(point.Share)}\" r=\"5\"/>"));
        Years(html, spread);
        return html
            .Add($"<text class=\"sterk\" x=\"{Number(points[^1].X)}%\" y=\"{Down(points[^1].Share) - 12}\" text-anchor=\"end\">{words["{0:N0} gebruikers", most]}</text></svg>");
    }

    private static void Years(Markup html, Spread spread)
    {
        var years = spread.Periods.Select((period, at) => (period.Year, X: Across(at, spread))).GroupBy(each => each.Year).ToList();
        var every = (years.Count + MostYearLabels - 1) / MostYearLabels;
        for (var at = 0; at < years.Count; at += every)
            html.Add($"<text x=\"{Number(years[at].Average(each => each.X))}%\" y=\"{Bottom + 24}\" text-anchor=\"middle\">{years[at].Key}</text>");
    }

    private static double Across(int at, Spread spread) => (at + 0.5) * 100 / spread.Periods.Count;

    private static int Down(double share) => Bottom - (int)Math.Round(share * (Bottom - Top));

    // About four lines, at numbers that people count in.
    private static int StepOf(int most)
    {
        var rough = Math.Max(1, most / 4.0);
        var power = (int)Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (rough / power) switch { <= 1 => power, <= 2 => 2 * power, <= 5 => 5 * power, _ => 10 * power };
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
