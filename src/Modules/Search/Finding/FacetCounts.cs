using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>Counts the values of the asked facets over the hits.</summary>
internal sealed class FacetCounts(FacetNames facets, Snapshot snapshot)
{
    /// <summary>Per asked facet the values that occur, highest count first, then by name.</summary>
    /// <param name="names">The asked facets.</param>
    /// <param name="matched">The entries that match, filtered or not.</param>
    /// <param name="filters">A facet is counted as if there were no filter on itself.</param>
    public IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Of(
        IReadOnlyList<string> names, ReadOnlySpan<ulong> matched, Filters filters)
    {
        var answer = new Dictionary<string, IReadOnlyList<FacetCount>>(StringComparer.Ordinal);
        var entries = new ulong[matched.Length];
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            if (facets.Find(name) is not { } facet)
            {
                answer[name] = [];
                continue;
            }

            matched.CopyTo(entries);
            filters.Keep(entries, facet.Number);
            answer[name] = Count(facet, entries);
        }

        return answer;
    }

    private FacetCount[] Count(Facet facet, ulong[] entries)
    {
        var counts = new int[facet.Count];
        foreach (var part in snapshot.Parts)
        {
            var own = part.Of(entries);
            part.Segment.Facet(facet.Number).Count(own, Bits.Count(own), counts);
        }

        return [.. counts
            .Select((count, value) => new FacetCount(facet[value], count))
            .Where(counted => counted.Count > 0)
            .OrderByDescending(counted => counted.Count)
            .ThenBy(counted => counted.Value, StringComparer.Ordinal)];
    }
}
