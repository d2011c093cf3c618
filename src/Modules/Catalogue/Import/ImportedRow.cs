using Parelmuur.Adoption;
using Parelmuur.Catalogue.Solutions;

namespace Parelmuur.Catalogue.Import;

/// <summary>What a reader gives for one row of its source.</summary>
/// <param name="Row">Where it stands in the source, from 1.</param>
/// <param name="SourceId">Its id in the source; empty when it has none.</param>
internal abstract record ImportedRow(long Row, string SourceId);

/// <summary>A row that cannot be used.</summary>
internal sealed record RefusedRow(long Row, string SourceId, string Title, string Reason) : ImportedRow(Row, SourceId);

/// <summary>A row that says something about a solution: plain text only, within the lengths of the database.</summary>
/// <remarks>The content has no origin yet: the source names its <see cref="Maker"/>.</remarks>
internal sealed record ImportedEntry(long Row, string SourceId, SolutionContent Content) : ImportedRow(Row, SourceId)
{
    public string Url { get; init; } = "";

    /// <summary>Entries of one source with the same key are one solution; null when it stands alone.</summary>
    public string? Group { get; init; }

    /// <summary>Whether people typed it: no name in it is added, because it may be a slip, and its title is compared with all others.</summary>
    public bool ByHand { get; init; }

    /// <summary>Who made it, as the source names them.</summary>
    public string Maker { get; init; } = "";

    /// <summary>Whose entry it is in the source; the organisation that wrote it there need not have made the thing.</summary>
    public string Registrant { get; init; } = "";

    public IReadOnlyList<ImportedUse> Uses { get; init; } = [];

    /// <summary>The first day it was public in the source.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The newest day that the row names.</summary>
    public DateOnly? Seen { get; init; }

    public IReadOnlyList<ImportedRelation> Relations { get; init; } = [];

    /// <summary>What was taken out or cut short.</summary>
    public IReadOnlyList<string> Cleaned { get; init; } = [];
}

/// <summary>An organisation that uses it, according to the source.</summary>
/// <param name="Organisation">As the source names it.</param>
/// <param name="State">Where the use stands.</param>
/// <param name="OnlyKnown">Whether the name must be known already, because the source is typed by hand.</param>
internal sealed record ImportedUse(string Organisation, UseState State, bool OnlyKnown = false);

/// <summary>A relation to another entry of the same source.</summary>
internal sealed record ImportedRelation(RelationKind Kind, string SourceId);
