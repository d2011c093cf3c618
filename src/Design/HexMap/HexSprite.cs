using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Parelmuur.Design;

/// <summary>Draws the map once, for every page to refer to: the hexagons, the borders and the names of the provinces.</summary>
internal static class HexSprite
{
    public static string Draw(IHexGrid? grid) =>
        $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="{HexGeometry.ViewBox}"><path id="nl" d="{Hexagons(grid?.Cells ?? [])}"/><path id="grens" d="{HexBorders.Between(grid?.Regions ?? [])}"/><g id="namen">{Names(grid?.Regions ?? [])}</g></svg>
        """;

    /// <summary>One path of all cells, with a gap between neighbours.</summary>
    public static string Hexagons(IEnumerable<HexCell> cells)
    {
        var path = new StringBuilder();
        var (fromX, fromY) = (0d, 0d);
        foreach (var cell in cells.OrderBy(cell => cell.R).ThenBy(cell => cell.Q))
        {
            var (x, y) = (HexGeometry.X(cell), HexGeometry.Y(cell) - 7.2);
            path.Append(CultureInfo.InvariantCulture, $"m{x - fromX:0.#} {y - fromY:0.#}l6.3 3.6v7.2l-6.3 3.6-6.3-3.6v-7.2z");
            (fromX, fromY) = (x, y);
        }

        return path.ToString();
    }

    /// <summary>The name of each province at the middle of its cells.</summary>
    private static string Names(IEnumerable<HexRegion> regions)
    {
        var names = new StringBuilder();
        foreach (var region in regions.Where(region => region.Cells.Count > 0))
        {
            var x = region.Cells.Average(cell => HexGeometry.X(cell));
            var y = region.Cells.Average(cell => HexGeometry.Y(cell)) + 4;
            names.Append(CultureInfo.InvariantCulture, $"""<text x="{x:0}" y="{y:0}">{HtmlEncoder.Default.Encode(region.Name)}</text>""");
        }

        return names.ToString();
    }
}
