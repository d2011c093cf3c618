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
        svg.Append("""<linearGradient id="pm" gradientUnits="userSpaceOnUse" x1="20" y1="20" x2="270" y2="400"><stop offset="0" stop-color="#f0a9bd"/><stop offset=".22" stop-color="#b8a6e6"/><stop offset=".45" stop-color="#7fc0e2"/><stop offset=".66" stop-color="#86d6bb"/><stop offset=".85" stop-color="#f0dc93"/><stop offset="1" stop-color="#f2b3a2"/></linearGradient>""");
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

    /// <summary>
    /// The looks of a municipality on the map. One unit is half a hexagon wide and a row high,
    /// which the stylesheet stretches to 7 by 12; each look has a shape of its own, for grey print and every eye.
    /// </summary>
    private static void HexMarkers(StringBuilder svg)
    {
        const string Hexagon = "M0-.6l.9.3v.6l-.9.3-.9-.3v-.6z";
        const string Large = "M0-.9l1.35.45v.9l-1.35.45-1.35-.45v-.9z";
        Marker(svg, "leeg", $"""<path d="{Hexagon}"/>""");
        Marker(svg, "in", $"""<path d="{Hexagon}"/>""");
        Marker(svg, "bij", $"""<path d="{Hexagon}"/><path class="wit" d="M.01 -.48L.34 -.37L-.71 .24L-.72 .24L-.72 -.05zM.67 -.26L.72 -.24L.72 .01L-.05 .46L-.38 .35z"/>""");
        Marker(svg, "bron", $"""<path class="wit" d="M0-1.08l1.62.54v1.08l-1.62.54-1.62-.54v-1.08z"/><path d="{Large}"/><ellipse rx=".62" ry=".362"/>""");
        Marker(svg, "bron-s", $"""<path d="{Hexagon}"/><ellipse rx=".45" ry=".263"/>""");
        Marker(svg, "wij", $"""<path d="M0-1.03l1.55.515v1.03l-1.55.515-1.55-.515v-1.03zM0-.68l-1.02.34v.68l1.02.34 1.02-.34v-.68z"/>""");
        Marker(svg, "parel", """<ellipse rx="1.06" ry=".62"/>""");
    }

    private static void Marker(StringBuilder svg, string look, string shape) => svg.Append(CultureInfo.InvariantCulture,
        $"""<marker id="h-{look}" markerUnits="userSpaceOnUse" overflow="visible">{shape}</marker>""");
}
