using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>Counts the values of the asked facets over the hits.</summary>
internal sealed class FacetCounts
{
    private readonly (string Name, Facet Facet, int[] Counts)[] asked;

    public FacetCounts(FacetNames facets, IReadOnlyList<string> names) =>
        asked = [.. names.Distinct(StringComparer.Ordinal)
            .Select(name => (Name: name, Facet: facets.Find(name)))
            .Where(pair => pair.Facet is not null)
            .Select(pair => (pair.Name, pair.Facet!, new int[pair.Facet!.Count]))];

    /// <summary>Counts an entry for every facet, or only for the one whose own filter refused it.</summary>
    public void Add(Segment segment, int document, int refusal)
    {
        foreach (var (_, facet, counts) in asked)
        {
            if (refusal != Filters.Passes && refusal != facet.Number)
                continue;
            foreach (var value in segment.Facet(facet.Number).Of(document))
            {
                // A value that came in after the question began is not counted yet.
                if (value < counts.Length)
                    counts[value]++;
            }
        }
    }

    /// <summary>Per asked facet the values that occur, highest count first, then by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Answer(IReadOnlyList<string> names)
    {
        var answer = names.Distinct(StringComparer.Ordinal)
            .ToDictionary(name => name, _ => (IReadOnlyList<FacetCount>)[], StringComparer.Ordinal);
        foreach (var (name, facet, counts) in asked)
        {
            answer[name] = [.. counts
                .Select((count, value) => new FacetCount(facet[value], count))
                .Where(counted => counted.Count > 0)
                .OrderByDescending(counted => counted.Count)
                .ThenBy(counted => counted.Value, StringComparer.Ordinal)];
        }

        return answer;
    }
}
