using Parelmuur.Search.Index;
using Parelmuur.Search.Thesaurus;

namespace Parelmuur.Search.Finding;

/// <summary>What a question is taken to mean.</summary>
internal sealed class Interpretation
{
    // In a longer text an unknown word is more often a name than a slip, and the rest of the words will do.
    private const int MostWordsToSpell = 8;

    private readonly List<List<Way>> ways;

    /// <param name="expansion">Thinks of other ways to write a word.</param>
    /// <param name="synonyms">Other names.</param>
    /// <param name="snapshot">The entries to find.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="text">As typed, to spell it better; null for sentences, in which a word that no entry knows is seldom a slip.</param>
    public Interpretation(Expansion expansion, Synonyms synonyms, Snapshot snapshot, Question question, string? text)
    {
        Kinship = new Kinship(question.Words);
        ways = [.. question.Words.Select(word => expansion.Of(word.Term).ToList())];
        if (text is not null && question.Words.Count <= MostWordsToSpell)
            Spell(expansion, snapshot, question, text);
        AddSynonyms(expansion, synonyms, question);
        AddFamilies(expansion, question);
        AddSimilar(expansion, question);
        Concepts = [.. ways.Select((ways, at) => new Concept(Emphasis.Of(question, at), ways))];
    }

    /// <summary>One per asked word.</summary>
    public IReadOnlyList<Concept> Concepts { get; }

    /// <summary>Relates found words to asked ones.</summary>
    public Kinship Kinship { get; }

    /// <summary>A better spelling of the question, if any.</summary>
    public string? DidYouMean { get; private set; }

    private void Spell(Expansion expansion, Snapshot snapshot, Question question, string text)
    {
        for (var at = 0; at < question.Words.Count; at++)
        {
            var word = question.Words[at];
            if (expansion.Meant(snapshot, word.Term) is not { Count: > 0 } meant)
                continue;
            foreach (var other in meant)
                Kinship.Add(other.Term.Stem, at, MatchKind.Typo, Ranking.Typo);
            ways[at].Add(Expansion.Of(meant));
            DidYouMean = (DidYouMean ?? text).Replace(word.Asked, meant[0].Surface, StringComparison.Ordinal);
        }
    }

    // A name of several words answers each of them.
    private void AddSynonyms(Expansion expansion, Synonyms synonyms, Question question)
    {
        var places = question.Words.Select((word, at) => (word.Term.Stem, at)).ToDictionary(StringComparer.Ordinal);
        foreach (var match in synonyms.Find(question.Order))
        {
            foreach (var stem in question.Order.Skip(match.First).Take(match.Count).Where(places.ContainsKey))
            {
                foreach (var synonym in match.Synonyms)
                {
                    ways[places[stem]].Add(expansion.Of(synonym));
                    foreach (var term in synonym.Terms)
                        Kinship.Add(term.Stem, places[stem], MatchKind.Synonym, Ranking.Synonym);
                }
            }
        }
    }

    private void AddFamilies(Expansion expansion, Question question)
    {
        for (var at = 0; at < question.Words.Count; at++)
        {
            if (expansion.Family(question.Words[at].Term) is not { Count: > 0 } family)
                continue;
            ways[at].Add(Expansion.Of(family));
            foreach (var root in family)
                Kinship.Add(root.Stem, at, MatchKind.Form, Ranking.Family);
        }
    }

    private void AddSimilar(Expansion expansion, Question question)
    {
        for (var at = 0; at < question.Words.Count; at++)
        {
            var similar = expansion.Similar(question.Words[at].Term).ToList();
            if (similar.Count > 0)
                ways[at].Add(Expansion.Of(similar));
            foreach (var (word, share) in similar)
                Kinship.Add(word.Term.Stem, at, MatchKind.Form, Ranking.LooksLike * share);
        }
    }
}
