using System.Globalization;
using System.Text;

namespace Parelmuur.Design;

/// <summary>Municipalities with one look on the map, ready to be drawn. Make it once and keep it.</summary>
/// <remarks>
/// It is one path whose corners each get a hexagon as marker: first where it starts, then the steps from cell to cell,
/// in half hexagons and rows. That costs about five characters per municipality.
/// </remarks>
public sealed class HexSet
{
    private HexSet(int count, string path) => (Count, Path) = (count, path);

    /// <summary>No municipality.</summary>
    public static HexSet Empty { get; } = new(0, "");

    /// <summary>How many municipalities.</summary>
    public int Count { get; }

    /// <summary>The path: "m31 0 5 1-3 0".</summary>
    internal string Path { get; }

    /// <summary>Makes a set of these cells; each counts once.</summary>
    public static HexSet Of(IEnumerable<HexCell> cells)
    {
        var ordered = cells.Distinct().OrderBy(cell => cell.R).ThenBy(cell => cell.Q).ToList();
        if (ordered.Count == 0)
            return Empty;
        var path = new StringBuilder("m");
        var (fromX, fromRow) = (0, 0);
        foreach (var cell in ordered)
        {
            var x = HexGeometry.HalfStep(cell);
            if (path.Length > 1 && x >= fromX)
                path.Append(' ');
            path.Append(CultureInfo.InvariantCulture, $"{x - fromX} {cell.R - fromRow}");
            (fromX, fromRow) = (x, cell.R);
        }

        return new HexSet(ordered.Count, path.ToString());
    }
}
