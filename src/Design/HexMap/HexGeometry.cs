namespace Parelmuur.Design;

/// <summary>Where a cell lands on the drawing: hexagons 14 wide and 16 high, in columns of 14 and rows of 12.</summary>
internal static class HexGeometry
{
    public const string ViewBox = "0 0 319 415";

    /// <summary>The x of the middle of a cell.</summary>
    public static int X(HexCell cell) => 7 * HalfStep(cell);

    /// <summary>The y of the middle of a cell.</summary>
    public static int Y(HexCell cell) => (12 * cell.R) + 9;

    /// <summary>The column of the middle of a cell, counted in half hexagons.</summary>
    public static int HalfStep(HexCell cell) => (2 * cell.Q) + (cell.R % 2) + 1;
}
