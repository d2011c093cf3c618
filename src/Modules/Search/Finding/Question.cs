using Parelmuur.Search.Analysis;
using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>What was asked, as words and phrases.</summary>
/// <param name="Words">The different telling words, in order.</param>
/// <param name="Order">The stems of all telling words as they follow one another.</param>
/// <param name="Phrases">What stood between quotes: two or more words each.</param>
internal sealed record Question(
    IReadOnlyList<AskedWord> Words, IReadOnlyList<string> Order, IReadOnlyList<IReadOnlyList<Term>> Phrases)
{
    // More different words than this is not a question but a text; the rarest would win anyway.
    private const int MostWords = 200;

    public static Question Read(Analyzer analyzer, string text)
    {
        List<string> order = [];
        var words = Distinct(analyzer, text, keepStopWords: false, order);
        return new Question(
            words.Count > 0 ? words : Distinct(analyzer, text, keepStopWords: true, order),
            order,
            Quotes.In(text).Select(quote => Terms(analyzer, quote)).Where(terms => terms.Count > 1).ToList());
    }

    /// <summary>An entry as if somebody asked for all its words.</summary>
    public static Question Read(Vocabulary vocabulary, RowReader row)
    {
        List<AskedWord> words = [];
        List<(int Position, string Stem)> order = [];
        while (row.MoveNext())
        {
            var word = vocabulary[row.Word];
            if (word.Term.IsStopWord)
                continue;
            var times = 0;
            for (var positions = row.Positions; positions.MoveNext(); times++)
                order.Add((positions.Position, word.Term.Stem));
            words.Add(new AskedWord(word.Term, word.Surface, times));
        }

        return new Question(words, [.. order.OrderBy(place => place.Position).Select(place => place.Stem)], []);
    }

    private static List<AskedWord> Distinct(Analyzer analyzer, string text, bool keepStopWords, List<string> order)
    {
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        List<AskedWord> words = [];
        foreach (var token in analyzer.Tokens(text))
        {
            if (token.Term.IsStopWord && !keepStopWords)
                continue;
            if (token.Width == 1)
                order.Add(token.Term.Stem);
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
