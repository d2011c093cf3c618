using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace Parelmuur.Design;

/// <summary>The small drawings that a page refers to again and again: logo, stage flowers, ticks, hexagons of the map.</summary>
/// <remarks>
/// They stand once in every page, because a marker or a pattern must live in the page that uses it,
/// and because a drawing in the page never arrives late.
/// </remarks>
internal static class Sprites
{
    /// <summary>How many petals of the flower each stage fills.</summary>
    private static readonly int[] Filled = [1, 3, 4, 6, 7];

    /// <summary>The middles of the seven hexagons of the flower, in the order in which they fill.</summary>
    private static readonly (double X, double Y)[] Petals =
        [(8.9, 12), (8.9, 5.2), (14.8, 8.6), (14.8, 15.4), (8.9, 18.8), (3, 15.4), (3, 8.6)];

    public static IHtmlContent Inline { get; } = new HtmlString(Draw());

    private static string Draw()
    {
        var svg = new StringBuilder("""<svg width="0" height="0" aria-hidden="true" focusable="false" class="pm-verberg"><defs>""");
        svg.Append("""<linearGradient id="pg" x2="1" y2="1"><stop offset="0" stop-color="#f9cfd9"/><stop offset=".35" stop-color="#d9d3f5"/><stop offset=".65" stop-color="#bfe6ef"/><stop offset="1" stop-color="#fbeebf"/></linearGradient>""");
        svg.Append("""<g id="logo"><path d="M16 0l16 9v18l-16 9L0 27V9z" class="pm-logo__hex"/><circle cx="16" cy="18" r="9" fill="url(#pg)"/><circle cx="12.8" cy="14.6" r="2.4" fill="#fff"/></g>""");
        svg.Append("""<path id="vink" d="M4.4 8.2l2.5 2.4 4.6-5"/><path id="klok" d="M8 4v4.4l2.6 1.8"/><path id="zes" d="M8 0l7 4v8l-7 4-7-4V4z"/>""");
        Flowers(svg);
        HexMarkers(svg);
        return svg.Append("</defs></svg>").ToString();
    }

    private static void Flowers(StringBuilder svg)
    {
        svg.Append(CultureInfo.InvariantCulture, $"""<path id="fase-0" class="pm-blad" d="{PetalPath(0, 7)}"/>""");
        var from = 0;
        for (var stage = 1; stage <= Filled.Length; stage++)
        {
            svg.Append(CultureInfo.InvariantCulture,
                $"""<g id="fase-{stage}"><use href="#fase-{stage - 1}"/><path class="pm-blad pm-blad--aan" d="{PetalPath(from, Filled[stage - 1])}"/></g>""");
            from = Filled[stage - 1];
        }
    }

    private static string PetalPath(int from, int to)
    {
        var path = new StringBuilder();
        foreach (var (x, y) in Petals[from..to])
            path.Append(CultureInfo.InvariantCulture, $"M{x} {y}l1.55-2.7h3.1l1.55 2.7-1.55 2.7h-3.1z");
        return path.ToString();
    }

    /// <summary>The looks of a municipality on the map, in half steps: two wide and four thirds high.</summary>
    private static void HexMarkers(StringBuilder svg)
    {
        const string Hexagon = "M0-.6l.9.3v.6l-.9.3-.9-.3v-.6z";
        Marker(svg, "h-in", $"""<path class="pm-hex-in" d="{Hexagon}"/>""");
        Marker(svg, "h-bij", $"""<path class="pm-hex-bij" d="{Hexagon}"/><path class="pm-hex-streep" d="M-.9.05l1.35-.5M-.75.4L.9-.2"/>""");
        Marker(svg, "h-bron", """<path class="pm-hex-bron" d="M0-1.05l1.58.53v1.05l-1.58.53-1.58-.53v-1.05z"/><ellipse class="pm-hex-parel" rx=".64" ry=".375"/>""");
        Marker(svg, "h-wij", """<path class="pm-hex-wij" d="M0-.85l1.28.43v.85l-1.28.43-1.28-.43v-.85z"/>""");
    }

    private static void Marker(StringBuilder svg, string id, string shape) => svg.Append(CultureInfo.InvariantCulture,
        $"""<marker id="{id}" viewBox="-2 -2 4 4" markerWidth="4" markerHeight="4" markerUnits="userSpaceOnUse" overflow="visible">{shape}</marker>""");
}
