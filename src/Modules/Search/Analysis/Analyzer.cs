using System.Collections.Concurrent;

namespace Parelmuur.Search.Analysis;

/// <summary>Turns Dutch text into words that can be found: folded, stemmed, and compounds taken apart.</summary>
/// <remarks>
/// Safe for any number of threads. What is known about a word is kept, so a text costs one look-up per word; the memory
/// is bounded by forgetting everything when there are too many words.
/// </remarks>
internal sealed class Analyzer
{
    private const int MostTerms = 100_000;
    private const int LongestWord = 100;

    private readonly ConcurrentDictionary<string, Term> terms = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Term>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private int count;

    public Analyzer() => bySpan = terms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The words of a text, one after the other.</summary>
    public Tokens Tokens(ReadOnlySpan<char> text) => new(this, text);

    /// <summary>What is known about one word; beyond its first hundred characters a word is cut off.</summary>
    public Term Term(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
            word = word[..LongestWord];
        Span<char> room = stackalloc char[LongestWord * Folding.MostPerLetter];
        var folded = room[..Folding.Word(word, room)];
        return bySpan.TryGetValue(folded, out var known) ? known : Learn(folded.ToString());
    }

    private Term Learn(string folded)
    {
        if (Interlocked.Increment(ref count) > MostTerms)
        {
            terms.Clear();
            Interlocked.Exchange(ref count, 0);
        }

        return terms.GetOrAdd(folded, Analyze);
    }

    private static Term Analyze(string folded) =>
        folded.Any(char.IsDigit)
            ? new Term(folded, folded, []) { IsCode = true }
            : new Term(folded, Stemmer.Stem(folded), []) { IsStopWord = StopWords.Contains(folded) };
}
