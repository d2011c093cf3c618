namespace Parelmuur.Design;

/// <summary>A solution as it shows on the wall.</summary>
public sealed record CardModel
{
    /// <summary>Its page, complete.</summary>
    public required string Url { get; init; }

    /// <summary>Its name.</summary>
    public required string Title { get; init; }

    /// <summary>How far it is.</summary>
    public required StageLook Stage { get; init; }

    /// <summary>What it does for whom, in a sentence.</summary>
    public string? Promise { get; init; }

    /// <summary>Who made it: "Deventer".</summary>
    public string? Maker { get; init; }

    /// <summary>Its themes; the card shows the first two.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>How many municipalities use it.</summary>
    public int Uses { get; init; }

    /// <summary>How many of those confirmed it.</summary>
    public int Confirmed { get; init; }

    /// <summary>How many join now or take part in the pilot.</summary>
    public int Joining { get; init; }

    /// <summary>Whether somebody else named it and the maker did not confirm it yet.</summary>
    public bool IsTip { get; init; }

    /// <summary>How fresh the entry is; null leaves the line out.</summary>
    public Freshness? Freshness { get; init; }

    /// <summary>Who uses it, on the map.</summary>
    public HexMapData Map { get; init; } = HexMapData.Empty;

    /// <summary>The language that it is written in.</summary>
    public string ContentLang { get; init; } = "nl";
}
