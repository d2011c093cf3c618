using System.Globalization;
using System.Text;

namespace Parelmuur.Design;

/// <summary>Draws the map of all municipalities once, for every page to refer to: <c>kaart.svg#nl</c>.</summary>
internal static class HexSprite
{
    /// <summary>One hexagon, drawn from its top corner, with a gap to its neighbours.</summary>
    private const string Hexagon = "l6.3 3.6v7.2l-6.3 3.6-6.3-3.6v-7.2z";

    public static string Draw(IHexGrid? grid)
    {
        var path = new StringBuilder();
        var (fromX, fromY) = (0d, 0d);
        foreach (var cell in (grid?.Cells ?? []).OrderBy(cell => cell.R).ThenBy(cell => cell.Q))
        {
            var (x, y) = (HexGeometry.X(cell), HexGeometry.Y(cell) - 7.2);
            path.Append(CultureInfo.InvariantCulture, $"m{x - fromX:0.#} {y - fromY:0.#}").Append(Hexagon);
            (fromX, fromY) = (x, y);
        }

        if (path.Length > 0)
            path[0] = 'M';
        return $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="{HexGeometry.ViewBox}"><path id="nl" d="{path}"/></svg>""";
    }
}
