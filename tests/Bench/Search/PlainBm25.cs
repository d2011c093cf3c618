using Parelmuur.Search;
using Parelmuur.Search.Analysis;

namespace Parelmuur.Bench.Search;

/// <summary>What any search engine does: BM25 over stems in one field. The line to beat.</summary>
internal sealed class PlainBm25
{
    private const double Saturation = 1.2, LengthInfluence = 0.75;

    private readonly Analyzer analyzer = new();
    private readonly List<(Guid Id, Dictionary<string, int> Stems, int Length)> documents;
    private readonly Dictionary<string, int> uses = new(StringComparer.Ordinal);
    private readonly double averageLength;

    public PlainBm25(IEnumerable<SearchEntry> entries)
    {
        documents = [.. entries.Select(entry =>
        {
            var stems = Stems($"{entry.Title} {entry.Lead} {entry.Body}");
            return (entry.Id, stems.GroupBy(stem => stem).ToDictionary(group => group.Key, group => group.Count()), stems.Count);
        })];
        foreach (var stem in documents.SelectMany(document => document.Stems.Keys))
            uses[stem] = uses.GetValueOrDefault(stem) + 1;
        averageLength = documents.Average(document => document.Length);
    }

    public IEnumerable<Guid> Find(string text)
    {
        var asked = Stems(text).Distinct().Where(uses.ContainsKey).ToList();
        return documents
            .Select(document => (document.Id, Score: asked.Sum(stem => Score(stem, document.Stems.GetValueOrDefault(stem), document.Length))))
            .Where(hit => hit.Score > 0)
            .OrderByDescending(hit => hit.Score)
            .Select(hit => hit.Id);
    }

    private double Score(string stem, int times, int length)
    {
        var weight = Math.Log(1 + ((documents.Count - uses[stem] + 0.5) / (uses[stem] + 0.5)));
        return weight * times * (Saturation + 1)
            / (times + (Saturation * (1 - LengthInfluence + (LengthInfluence * length / averageLength))));
    }

    private List<string> Stems(string text)
    {
        List<string> stems = [];
        foreach (var token in new Tokens(text))
        {
            if (token.Width == 1 && analyzer.Term(token.In(text)) is { IsStopWord: false } term)
                stems.Add(term.Stem);
        }

        return stems;
    }
}
