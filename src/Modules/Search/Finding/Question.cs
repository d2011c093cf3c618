using Parelmuur.Search.Analysis;

namespace Parelmuur.Search.Finding;

/// <summary>What was asked, as words and phrases.</summary>
/// <param name="Words">The different telling words, in order.</param>
/// <param name="Phrases">What stood between quotes: two or more words each.</param>
internal sealed record Question(IReadOnlyList<AskedWord> Words, IReadOnlyList<IReadOnlyList<Term>> Phrases)
{
    // More different words than this is not a question but a text; the rarest would win anyway.
    private const int MostWords = 200;

    public static Question Read(Analyzer analyzer, string text)
    {
        var words = Distinct(analyzer, text, keepStopWords: false);
        return new Question(
            words.Count > 0 ? words : Distinct(analyzer, text, keepStopWords: true),
            Quotes.In(text).Select(quote => Terms(analyzer, quote)).Where(terms => terms.Count > 1).ToList());
    }

    private static List<AskedWord> Distinct(Analyzer analyzer, string text, bool keepStopWords)
    {
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        List<AskedWord> words = [];
        foreach (var token in analyzer.Tokens(text))
        {
            if (token.Term.IsStopWord && !keepStopWords)
                continue;
            if (places.TryGetValue(token.Term.Stem, out var place))
            {
                words[place] = words[place] with { Times = words[place].Times + 1 };
            }
            else if (words.Count < MostWords)
            {
                places.Add(token.Term.Stem, words.Count);
                words.Add(new AskedWord(token.Term, text.Substring(token.Start, token.Length), 1));
            }
        }

        return words;
    }

    private static List<Term> Terms(Analyzer analyzer, string text)
    {
        List<Term> terms = [];
        foreach (var token in analyzer.Tokens(text))
        {
            if (token.Width == 1)
                terms.Add(token.Term);
        }

        return terms;
    }
}

/// <summary>A word of the question.</summary>
/// <param name="Term">The word.</param>
/// <param name="Asked">As the reader wrote it the first time.</param>
/// <param name="Times">How often.</param>
internal sealed record AskedWord(Term Term, string Asked, int Times);
