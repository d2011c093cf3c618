namespace Parelmuur.Catalogue.Searching;

/// <summary>The facets by which solutions are counted and filtered. The API uses the same names.</summary>
internal static class FacetNames
{
    public const string Stage = "stage", Kind = "kind", Theme = "theme", Province = "province", Size = "size",
        Confirmed = "confirmed", Source = "source";

    public const string Yes = "yes", No = "no";
}
