using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>Explains hits: which asked word stands how in the entry.</summary>
internal sealed class Reasons
{
    private readonly Vocabulary vocabulary;
    private readonly Snapshot snapshot;
    private readonly IReadOnlyList<Concept> concepts;
    private readonly Dictionary<int, List<(int Concept, MatchKind How, float Worth)>> byWord = [];

    public Reasons(Vocabulary vocabulary, Snapshot snapshot, IReadOnlyList<Concept> concepts)
    {
        (this.vocabulary, this.snapshot, this.concepts) = (vocabulary, snapshot, concepts);
        for (var at = 0; at < concepts.Count; at++)
        {
            foreach (var way in concepts[at].Ways)
            {
                foreach (var leaf in way.Leaves)
                {
                    foreach (var related in leaf.Words)
                        Note(related.Word, (at, related.How, related.Worth * way.Worth / way.Leaves.Count));
                }
            }
        }
    }

    /// <summary>The reasons for one entry, heaviest first.</summary>
    public IReadOnlyList<MatchReason> For(int document)
    {
        if (concepts.Count == 0)
            return [];
        Dictionary<int, (int Word, MatchKind How, float Worth)> best = [];
        var words = snapshot.WordsOf(document);
        while (words.MoveNext())
        {
            if (!byWord.TryGetValue(words.Word, out var noted))
                continue;
            foreach (var (concept, how, worth) in noted)
            {
                var earned = worth * concepts[concept].Factor * Ranking.Weight(snapshot.Uses(words.Word), snapshot.Count)
                    * MathF.Log2(1 + Ranking.Frequency[words.Occurrences]);
                if (!best.TryGetValue(concept, out var known) || (how, -earned).CompareTo((known.How, -known.Worth)) < 0)
                    best[concept] = (words.Word, how, earned);
            }
        }

        var total = best.Values.Sum(found => found.Worth);
        return [.. best
            .OrderByDescending(found => found.Value.Worth).ThenBy(found => found.Key)
            .Select(found => new MatchReason(
                concepts[found.Key].Asked,
                vocabulary[found.Value.Word].Surface,
                found.Value.How,
                total == 0 ? 0 : found.Value.Worth / total))];
    }

    private void Note(int word, (int Concept, MatchKind How, float Worth) reason)
    {
        if (!byWord.TryGetValue(word, out var reasons))
            byWord.Add(word, reasons = []);
        reasons.Add(reason);
    }
}
