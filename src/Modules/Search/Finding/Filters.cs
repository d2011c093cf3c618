using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>The filters of a question: of one facet any value will do, of every facet one must.</summary>
internal sealed class Filters
{
    private readonly (int Facet, HashSet<int> Values)[] wanted;

    public Filters(FacetNames facets, IReadOnlyList<FacetValue> filters) =>
        wanted = [.. filters.GroupBy(filter => filter.Facet, StringComparer.Ordinal).Select(group =>
        {
            var facet = facets.Find(group.Key);
            return (facet?.Number ?? -1, group.Select(filter => facet?.Find(filter.Value) ?? -1).ToHashSet());
        })];

    /// <summary>Whether everything passes.</summary>
    public bool AreEmpty => wanted.Length == 0;

    /// <summary>What <see cref="OnlyRefusal"/> answers when all filters pass, and when more than one refuses.</summary>
    public const int Passes = -2, RefusedTwice = -3;

    /// <summary>The number of the only facet whose filter refuses an entry.</summary>
    /// <remarks>An unknown facet has number -1 and refuses everything.</remarks>
    public int OnlyRefusal(Segment segment, int document)
    {
        var refusal = Passes;
        foreach (var (facet, values) in wanted)
        {
            if (facet >= 0 && HasAny(segment.Facet(facet).Of(document), values))
                continue;
            if (refusal != Passes)
                return RefusedTwice;
            refusal = facet;
        }

        return refusal;
    }

    private static bool HasAny(ReadOnlySpan<ushort> values, HashSet<int> wanted)
    {
        foreach (var value in values)
        {
            if (wanted.Contains(value))
                return true;
        }

        return false;
    }
}
