using Parelmuur.Design;

namespace Parelmuur.Organisations.Municipalities;

/// <summary>The cells of the hex map for the municipalities of today.</summary>
internal sealed class MunicipalityGrid(MunicipalityRegister register) : IHexGrid
{
    // The layout is drawn for the newest situation in the facts table; an older map has no cells.
    private readonly List<(Province Province, HexCell Cell)> cells =
        [.. register.All.Where(each => each.Hex is not null).Select(each => (each.Province, each.Hex!.Value))];

    public IReadOnlyList<HexCell> Cells => [.. cells.Select(each => each.Cell)];

    public IReadOnlyList<HexRegion> Regions =>
        [.. cells.GroupBy(each => each.Province, each => each.Cell).Select(group => new HexRegion(group.Key.Name, [.. group]))];
}
