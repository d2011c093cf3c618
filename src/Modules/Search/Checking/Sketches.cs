using Parelmuur.Search.Finding;
using Parelmuur.Search.Index;

namespace Parelmuur.Search.Checking;

/// <summary>Makes sketches of texts and compares them, weighed as plans and entries are.</summary>
internal sealed class Sketches(SearchIndex index)
{
    private const int MostWords = 5000;

    // A text of many pages is about no more than this.
    private const int MostStems = 200;

    public TextSketch Of(string text)
    {
        Dictionary<string, float> times = new(StringComparer.Ordinal);
        foreach (var word in Question.Read(index.Analyzer, text, MostWords).Words)
        {
            Add(times, word.Term.Stem, word.Times);
            foreach (var part in word.Term.Parts.Where(part => part.Leaves == 1))
                Add(times, part.Stem, word.Times * Gist.PartFactor);
        }

        var snapshot = index.Snapshot;
        return new([.. times
            .OrderByDescending(pair => Weight(snapshot, pair.Key, pair.Value)).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(MostStems)]);
    }

    public IReadOnlyList<TextLikeness> Compare(TextSketch text, IReadOnlyList<TextSketch> others)
    {
        var snapshot = index.Snapshot;
        var weights = text.Times.ToDictionary(pair => pair.Key, pair => Weight(snapshot, pair.Key, pair.Value), StringComparer.Ordinal);
        var size = weights.Values.Sum(Square);
        return [.. others.Select(other => Compare(snapshot, weights, size, other))];
    }

    private TextLikeness Compare(Snapshot snapshot, Dictionary<string, float> weights, float size, TextSketch other)
    {
        var (product, covered, otherSize) = (0f, 0f, 0f);
        foreach (var (stem, times) in other.Times)
        {
            var weight = Weight(snapshot, stem, times);
            otherSize += Square(weight);
            if (!weights.TryGetValue(stem, out var asked))
                continue;
            product += weight * asked;
            covered += Square(asked);
        }

        return product == 0 ? default : new(product / MathF.Sqrt(size * otherSize), covered / size);
    }

    // A word that no entry knows is as telling as a rare one: two plans may share it.
    private float Weight(Snapshot snapshot, string stem, float times) =>
        index.Vocabulary.FindRoot(stem) is { } root
            ? Gist.Weight(snapshot, root, times)
            : Ranking.Weight(0, snapshot.Count) * (times >= 1 ? 1 + MathF.Log(times) : times);

    private static void Add(Dictionary<string, float> times, string stem, float count) =>
        times[stem] = times.GetValueOrDefault(stem) + count;

    private static float Square(float weight) => weight * weight;
}
