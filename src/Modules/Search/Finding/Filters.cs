using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>The filters of a question: of one facet any value will do, of every facet one must.</summary>
internal sealed class Filters
{
    private const int UnknownFacet = -1;

    private readonly (int Facet, ulong[] Passing)[] wanted;

    public Filters(Snapshot snapshot, FacetNames facets, IReadOnlyList<FacetValue> filters) =>
        wanted = [.. filters.GroupBy(filter => filter.Facet, StringComparer.Ordinal).Select(group =>
        {
            var facet = facets.Find(group.Key);
            return (facet?.Number ?? UnknownFacet, Passing(snapshot, facet, group.Select(filter => filter.Value)));
        })];

    /// <summary>Whether everything passes.</summary>
    public bool AreNone => wanted.Length == 0;

    /// <summary>Leaves in a set what passes every filter, but for the one on this facet.</summary>
    /// <param name="entries">The set.</param>
    /// <param name="but">The number of a facet, or null.</param>
    public void Keep(Span<ulong> entries, int? but = null)
    {
        foreach (var (facet, passing) in wanted)
        {
            if (facet != but)
                Bits.Keep(entries, passing);
        }
    }

    private static ulong[] Passing(Snapshot snapshot, Facet? facet, IEnumerable<string> values)
    {
        var passing = new ulong[Bits.Words(snapshot.Capacity)];
        if (facet is null)
            return passing;
        foreach (var value in values.Select(facet.Find))
        {
            foreach (var part in snapshot.Parts)
                part.Segment.Facet(facet.Number).AddTo(part.Of(passing.AsSpan()), value);
        }

        return passing;
    }
}
