namespace Parelmuur.Design;

/// <summary>Where each municipality stands on the hex map. The room that knows the municipalities provides it.</summary>
public interface IHexGrid
{
    /// <summary>The cells of all current municipalities.</summary>
    IReadOnlyList<HexCell> Cells { get; }

    /// <summary>The provinces, for the borders and names on the large map; none leaves them out.</summary>
    IReadOnlyList<HexRegion> Regions => [];
}

/// <summary>One cell of the hex map: pointy-top hexagons in odd-r offset, so x = q + ½ on odd rows.</summary>
public readonly record struct HexCell(byte Q, byte R);

/// <summary>A province: its name and its cells.</summary>
public sealed record HexRegion(string Name, IReadOnlyList<HexCell> Cells);
