using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>Explains hits: which asked word stands how in the entry.</summary>
internal sealed class Reasons(Vocabulary vocabulary, Snapshot snapshot, Kinship kinship)
{
    private const int Whole = 1000;

    private readonly Relatives relatives = new(vocabulary, kinship);

    /// <summary>The reasons for one entry, heaviest first; of each asked word the closest relation.</summary>
    public IReadOnlyList<MatchReason> For(int document)
    {
        if (kinship.Words.Count == 0)
            return [];
        var closest = Closest(document);
        var total = closest.Values.Sum(found => found.Earned);
        return [.. closest
            .OrderByDescending(found => found.Value.Earned).ThenBy(found => found.Key)
            .Select(found => new MatchReason(
                kinship.Words[found.Key].Asked,
                found.Value.Word.Surface,
                found.Value.How,
                total > 0 ? found.Value.Earned / total : 0))];
    }

    /// <summary>The share of the words of a title that was asked, 0 to 1.</summary>
    /// <remarks>
    /// Every word counts alike and in whole thousandths, so that nodes whose words came in another order, or who still keep
    /// removed entries, agree to the last digit.
    /// </remarks>
    public float OfTitle(int document)
    {
        var part = snapshot.PartOf(document);
        var title = part.Segment.Titles(vocabulary)[document - part.Base];
        var asked = 0;
        foreach (var word in title)
            asked += relatives.Of(word) is { } kin ? (int)(kin.Worth * Whole) : 0;
        return title.IsEmpty ? 0 : asked / (float)(Whole * title.Length);
    }

    private Dictionary<int, (Word Word, MatchKind How, float Earned)> Closest(int document)
    {
        Dictionary<int, (Word Word, MatchKind How, float Earned)> closest = [];
        var words = snapshot.WordsOf(document);
        while (words.MoveNext())
        {
            if (relatives.Of(words.Word) is not { } kin)
                continue;
            var word = vocabulary[words.Word];
            var earned = kin.Worth * snapshot.Weight(word.Root) * MathF.Log2(1 + (Ranking.Tenth * Ranking.Tenths[words.Occurrences]));
            if (!closest.TryGetValue(kin.Asked, out var known) || IsCloser(kin.How, earned, known.How, known.Earned))
                closest[kin.Asked] = (word, kin.How, earned);
        }

        return closest;
    }

    private static bool IsCloser(MatchKind how, float earned, MatchKind knownHow, float knownEarned) =>
        how < knownHow || (how == knownHow && earned > knownEarned);
}
