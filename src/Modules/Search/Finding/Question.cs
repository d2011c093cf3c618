using Parelmuur.Search.Analysis;
using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>What was asked, as words and phrases.</summary>
internal sealed record Question
{
    private static readonly System.Buffers.SearchValues<char> SentenceEnds = System.Buffers.SearchValues.Create(".:?!\n");

    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<AskedWord> words = [];
    private readonly List<string> order = [];

    private Question() { }

    /// <summary>The different telling words, in order of first use.</summary>
    public IReadOnlyList<AskedWord> Words => words;

    /// <summary>The stems of all telling words as they follow one another.</summary>
    public IReadOnlyList<string> Order => order;

    /// <summary>What stood between quotes: two or more words each.</summary>
    public IReadOnlyList<IReadOnlyList<Term>> Phrases { get; private init; } = [];

    /// <summary>How many of the <see cref="Words"/> stand in the first sentence, when more follows.</summary>
    public int FirstSentence { get; private set; }

    /// <param name="analyzer">Reads the words.</param>
    /// <param name="text">As typed or pasted.</param>
    /// <param name="mostWords">The number of different words after which the rest is passed over.</param>
    public static Question Read(Analyzer analyzer, string text, int mostWords)
    {
        var question = new Question
        {
            Phrases = [.. Quotes.In(text).Select(quote => Terms(analyzer, quote)).Where(terms => terms.Count > 1)],
        };
        question.Read(analyzer, text, mostWords, withStopWords: false);
        if (question.words.Count == 0)
            question.Read(analyzer, text, mostWords, withStopWords: true);
        return question;
    }

    /// <summary>An entry as if somebody asked for all its own words.</summary>
    public static Question Read(Vocabulary vocabulary, RowReader row)
    {
        var question = new Question();
        List<(int Position, string Stem)> all = [];
        while (row.MoveNext())
        {
            var word = vocabulary[row.Word];
            if (word.Term.IsStopWord || row.Occurrences == Occurrences.Told)
                continue;
            var times = 0;
            for (var positions = row.Positions; positions.MoveNext(); times++)
                all.Add((positions.Position, word.Term.Stem));
            question.words.Add(new AskedWord(word.Term, word.Surface, times));
        }

        question.order.AddRange(all.OrderBy(place => place.Position).Select(place => place.Stem));
        return question;
    }

    private void Read(Analyzer analyzer, string text, int mostWords, bool withStopWords)
    {
        var end = text.AsSpan().TrimEnd().TrimEnd(".?!").IndexOfAny(SentenceEnds);
        foreach (var token in new Tokens(text))
        {
            var term = analyzer.Term(token.In(text));
            if (term.IsStopWord && !withStopWords)
                continue;
            if (token.Width == 1)
                order.Add(term.Stem);
            if (places.TryGetValue(term.Stem, out var place))
            {
                words[place] = words[place] with { Times = words[place].Times + 1 };
            }
            else if (words.Count < mostWords)
            {
                places.Add(term.Stem, words.Count);
                words.Add(new AskedWord(term, text.Substring(token.Start, token.Length), 1));
                if (token.Start < end)
                    FirstSentence = words.Count;
            }
        }
    }

    private static List<Term> Terms(Analyzer analyzer, string text)
    {
        List<Term> terms = [];
        foreach (var token in new Tokens(text))
        {
            if (token.Width == 1)
                terms.Add(analyzer.Term(token.In(text)));
        }

        return terms;
    }
}

/// <summary>A word of the question.</summary>
/// <param name="Term">The word.</param>
/// <param name="Asked">As the reader wrote it the first time.</param>
/// <param name="Times">How often.</param>
internal sealed record AskedWord(Term Term, string Asked, int Times);
