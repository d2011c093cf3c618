namespace Parelmuur.Design;

/// <summary>What a hex map shows. A municipality may stand in more than one set; later ones are drawn on top.</summary>
public sealed record HexMapData
{
    /// <summary>A map on which nobody does anything yet.</summary>
    public static HexMapData Empty { get; } = new();

    /// <summary>Who uses it: filled.</summary>
    public HexSet Uses { get; init; } = HexSet.Empty;

    /// <summary>Who uses it since when, for a map that a script can play; drawn as <see cref="Uses"/>.</summary>
    public IReadOnlyList<HexStep> Steps { get; init; } = [];

    /// <summary>Who joins now or takes part in the pilot: hatched.</summary>
    public HexSet Joining { get; init; } = HexSet.Empty;

    /// <summary>Who made it: dark with a pearl.</summary>
    public HexSet Maker { get; init; } = HexSet.Empty;

    /// <summary>The reader's own municipality: a ring.</summary>
    public HexSet Ours { get; init; } = HexSet.Empty;

    /// <summary>Names to write beside a cell, on the larger maps.</summary>
    public IReadOnlyList<HexName> Names { get; init; } = [];
}

/// <summary>Who came at one moment.</summary>
/// <param name="Moment">Sorts as text: "2026-03".</param>
/// <param name="Came">The municipalities.</param>
/// <param name="IsLater">After the moment that the map shows, so not visible now.</param>
public sealed record HexStep(string Moment, HexSet Came, bool IsLater);

/// <summary>A name beside a cell of the map.</summary>
public sealed record HexName(HexCell Cell, string Name);

/// <summary>The sizes of the map.</summary>
public enum HexMapSize
{
    /// <summary>On a card or beside a result: shapes only.</summary>
    Card,

    /// <summary>On a page: with the borders of the provinces and the names that the page gives.</summary>
    Page,

    /// <summary>As wide as the page: with the names of the provinces too.</summary>
    Full,

    /// <summary>In mother-of-pearl on the dark head of the home page; who joins is a pearl.</summary>
    Hero,
}
