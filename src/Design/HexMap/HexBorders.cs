using System.Globalization;
using System.Text;

namespace Parelmuur.Design;

/// <summary>Finds the sides where two provinces touch.</summary>
internal static class HexBorders
{
    /// <summary>The steps to the neighbours at the right, lower right and lower left, on even and on odd rows.</summary>
    private static readonly (int Q, int R)[][] Neighbours = [[(1, 0), (0, 1), (-1, 1)], [(1, 0), (1, 1), (0, 1)]];

    /// <summary>The side towards each of those neighbours, from the middle of the cell: start and step.</summary>
    private static readonly (int X, int Y, string Step)[] Sides = [(7, -4, "v8"), (7, 4, "l-7 4"), (0, 8, "l-7-4")];

    /// <summary>A path of all sides between cells of different regions.</summary>
    public static string Between(IEnumerable<HexRegion> regions)
    {
        var regionOf = regions.SelectMany(region => region.Cells.Select(cell => (cell, region.Name)))
            .ToDictionary(pair => ((int)pair.cell.Q, (int)pair.cell.R), pair => pair.Name);
        var path = new StringBuilder();
        foreach (var ((q, r), name) in regionOf.OrderBy(pair => pair.Key.Item2).ThenBy(pair => pair.Key.Item1))
        {
            for (var side = 0; side < Sides.Length; side++)
            {
                var step = Neighbours[r % 2][side];
                if (!regionOf.TryGetValue((q + step.Q, r + step.R), out var other) || other == name)
                    continue;
                var cell = new HexCell((byte)q, (byte)r);
                path.Append(CultureInfo.InvariantCulture,
                    $"M{HexGeometry.X(cell) + Sides[side].X} {HexGeometry.Y(cell) + Sides[side].Y}{Sides[side].Step}");
            }
        }

        return path.ToString();
    }
}
