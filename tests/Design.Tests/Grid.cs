namespace Parelmuur.Design.Tests;

/// <summary>A country of 342 cells in two provinces, with as many rows as the real one and wider gaps.</summary>
internal sealed class Grid : IHexGrid
{
    public IReadOnlyList<HexCell> Cells { get; } =
        [.. Enumerable.Range(0, 342).Select(place => new HexCell((byte)(place % 10 * 2 + (place / 10 % 3)), (byte)(place / 10)))];

    public IReadOnlyList<HexRegion> Regions =>
        [new("Noord & co", [.. Cells.Where(cell => cell.R < 17)]), new("Zuid", [.. Cells.Where(cell => cell.R >= 17)])];

    /// <summary>Some cells, the same ones for the same seed.</summary>
    public IEnumerable<HexCell> Some(int count, int seed)
    {
        var cells = Cells.ToArray();
        new Random(seed).Shuffle(cells);
        return cells.Take(count);
    }
}
