using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Parelmuur.Search.Analysis;

/// <summary>Turns Dutch text into words that can be found: folded, stemmed, and compounds taken apart.</summary>
/// <remarks>
/// Safe for any number of threads. What is known about a word is kept, so a text costs one look-up per word; the memory
/// is bounded by forgetting everything when there are too many words.
/// </remarks>
internal sealed class Analyzer
{
    private const int MostTerms = 100_000;
    private const int ShortestIenWord = 6;

    private readonly ConcurrentDictionary<string, Term> terms = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Term>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private Compounds compounds;
    private int count;

    /// <summary>An analysis with the lexicon that is shipped with the program.</summary>
    public Analyzer()
        : this(Lexicon.Load())
    {
    }

    /// <summary>An analysis that takes compounds apart with this lexicon.</summary>
    public Analyzer(Lexicon lexicon)
    {
        compounds = new Compounds(lexicon, Stem);
        bySpan = terms.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The words that compounds are taken apart with.</summary>
    public Lexicon Lexicon => Volatile.Read(ref compounds).Lexicon;

    /// <summary>Takes compounds apart with another lexicon from now on, and forgets what was known about words.</summary>
    public void Learn(Lexicon lexicon)
    {
        Volatile.Write(ref compounds, new Compounds(lexicon, Stem));
        Forget();
    }

    /// <summary>What is known about one word, the same object for the same word; beyond its first hundred characters a word is cut off.</summary>
    public Term Term(ReadOnlySpan<char> word)
    {
        Span<char> room = stackalloc char[Folding.LongestWord * Folding.MostPerLetter];
        var folded = room[..Folding.Word(word, room)];
        return bySpan.TryGetValue(folded, out var known) ? known : Learn(folded.ToString());
    }

    private Term Learn(string folded)
    {
        if (Interlocked.Increment(ref count) > MostTerms)
            Forget();
        return terms.GetOrAdd(folded, Analyze);
    }

    private void Forget()
    {
        terms.Clear();
        Interlocked.Exchange(ref count, 0);
    }

    private Term Analyze(string folded)
    {
        if (folded.Any(char.IsDigit))
            return new Term(folded, folded, WordAndNumber(folded)) { IsCode = true };
        if (StopWords.Contains(folded))
            return new Term(folded, Stem(folded), []) { IsStopWord = true };
        return new Term(folded, Stem(folded), Volatile.Read(ref compounds).Split(folded));
    }

    /// <summary>The stem of a folded word. Folding hides the trema of a plural on -ën, so that is undone here.</summary>
    private string Stem(string folded)
    {
        if (folded.EndsWith("ieen", StringComparison.Ordinal) || folded.EndsWith("eeen", StringComparison.Ordinal))
            return Stemmer.Stem(folded[..^2]);
        if (folded.Length >= ShortestIenWord && folded.EndsWith("ien", StringComparison.Ordinal) &&
            Lexicon[folded.AsSpan(..^1)] != WordRole.None)
        {
            return Stemmer.Stem(folded[..^1]);
        }

        return Stemmer.Stem(folded);
    }

    /// <summary>The parts of "iso27001": a word of at least three letters and a number of at least two digits.</summary>
    private ImmutableArray<Part> WordAndNumber(string code)
    {
        var letters = code.AsSpan().IndexOfAnyExceptInRange('a', 'z');
        if (letters < 3 || code.Length - letters < 2 || code.AsSpan(letters).ContainsAnyExceptInRange('0', '9'))
            return [];
        return
        [
            new Part(code[..letters], Stem(code[..letters]), 0, letters, 1),
            new Part(code[letters..], code[letters..], letters, code.Length - letters, 1),
        ];
    }
}
