namespace Parelmuur.Catalogue.Searching;

/// <summary>The facets by which solutions are counted and filtered. The API uses the same names.</summary>
internal static class FacetNames
{
    public const string Stage = "stage", Kind = "kind", Theme = "theme", Province = "province", Size = "size",
        Confirmed = "confirmed", Source = "source", State = "state";

    /// <summary>The values of <see cref="State"/>: what goes on, and what has ended.</summary>
    public const string Current = "current", Ended = "ended";

    /// <summary>Stands among the stages for what its municipality did not confirm yet.</summary>
    public const string Tip = "Tip";

    public const string Yes = "yes", No = "no";
}
