using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>What a question is taken to mean: concepts to look for, and how to explain what they find.</summary>
/// <param name="Concepts">One per asked word.</param>
/// <param name="Kinship">Relates found words to asked ones.</param>
/// <param name="DidYouMean">A better spelling of the question, if any.</param>
internal sealed record Interpretation(IReadOnlyList<Concept> Concepts, Kinship Kinship, string? DidYouMean)
{
    // In a longer text an unknown word is more often a name than a slip, and the rest of the words will do.
    private const int MostWordsToSpell = 8;

    public static Interpretation Of(Expansion expansion, Snapshot snapshot, Question question, string text)
    {
        var kinship = new Kinship(question.Words);
        List<Concept> concepts = [];
        string? better = null;
        for (var at = 0; at < question.Words.Count; at++)
        {
            var word = question.Words[at];
            var concept = expansion.Of(word);
            concept = concept with { Factor = (1 + 0f * MathF.Log(word.Times)) * (1 + 0.5f * MathF.Exp(-at / 4f)) };
            if (question.Words.Count <= MostWordsToSpell && expansion.Meant(snapshot, word) is { Count: > 0 } meant)
            {
                foreach (var other in meant)
                    kinship.Add(other.Term.Stem, at, MatchKind.Typo, Ranking.Typo);
                concept = concept with { Ways = [.. concept.Ways, Expansion.Slips(meant)] };
                better = (better ?? text).Replace(word.Asked, meant[0].Surface, StringComparison.Ordinal);
            }

            concepts.Add(concept);
        }

        return new Interpretation(concepts, kinship, better);
    }
}
