using System.Collections.Frozen;
using Parelmuur.Search.Analysis;

namespace Parelmuur.Search.Thesaurus;

/// <summary>Words and names that mean the same, or that are a kind of something broader.</summary>
/// <remarks>
/// Looked up by stems without stop words, so "melding openbare ruimte" is also found in "meldingen over de openbare
/// ruimte". Immutable: a change makes a new one, which takes the place of the old one as a whole.
/// </remarks>
internal sealed class Synonyms
{
    private const char Between = ' ';

    private readonly FrozenDictionary<string, Synonym[]> byStems;
    private readonly int mostWords;

    /// <param name="pairs">What stands for what: the stems of an asked name, and a name to look for too.</param>
    internal Synonyms(IEnumerable<KeyValuePair<string, Synonym>> pairs)
    {
        byStems = pairs.GroupBy(pair => pair.Key, StringComparer.Ordinal).ToFrozenDictionary(
            group => group.Key,
            group => group.Select(pair => pair.Value).DistinctBy(synonym => synonym.Key).ToArray(),
            StringComparer.Ordinal);
        mostWords = byStems.Count == 0 ? 0 : byStems.Keys.Max(key => key.Count(letter => letter == Between) + 1);
    }

    /// <summary>No synonyms at all.</summary>
    public static Synonyms None { get; } = new([]);

    /// <summary>The number of names that can be asked for.</summary>
    public int Count => byStems.Count;

    /// <summary>Reads the thesaurus that is shipped with the program.</summary>
    /// <exception cref="InvalidDataException">A line in it is wrong.</exception>
    public static Synonyms Load(Analyzer analyzer)
    {
        using var text = new StringReader(ShippedText());
        var reading = ThesaurusFile.Read(text, analyzer);
        return reading.Errors is [var first, ..]
            ? throw new InvalidDataException($"thesaurus.txt, regel {first.Line}: {first.Message}")
            : reading.Synonyms;
    }

    /// <summary>The thesaurus that is shipped with the program, as people wrote it.</summary>
    public static string ShippedText() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Lexicon", "thesaurus.txt"));

    /// <summary>Everything the thesaurus knows about the words of a question, in the order of the question.</summary>
    /// <param name="stems">The stems of the words in order, without stop words.</param>
    public IReadOnlyList<SynonymMatch> Find(IReadOnlyList<string> stems)
    {
        List<SynonymMatch> found = [];
        for (var first = 0; first < stems.Count; first++)
        {
            var key = stems[first];
            for (var count = 1; count <= mostWords; count++)
            {
                if (byStems.TryGetValue(key, out var synonyms))
                    found.Add(new SynonymMatch(first, count, synonyms));
                if (first + count == stems.Count)
                    break;
                key = $"{key}{Between}{stems[first + count]}";
            }
        }

        return found;
    }

    /// <summary>What may be looked for too instead of a single word.</summary>
    public IReadOnlyList<Synonym> Of(string stem) => byStems.TryGetValue(stem, out var found) ? found : [];

    internal static string Key(IEnumerable<Term> terms) => string.Join(Between, terms.Select(term => term.Stem));
}

/// <summary>Some words of a question that together have synonyms.</summary>
/// <param name="First">The number of the first word, from 0.</param>
/// <param name="Count">How many words it takes.</param>
/// <param name="Synonyms">What may be looked for too.</param>
internal sealed record SynonymMatch(int First, int Count, IReadOnlyList<Synonym> Synonyms);

/// <summary>A name to look for too.</summary>
/// <param name="Name">As the thesaurus writes it.</param>
/// <param name="Terms">Its words without stop words, at least one; an entry should have them all.</param>
/// <param name="IsBroader">Whether it only covers what was asked, rather than mean the same.</param>
internal sealed record Synonym(string Name, IReadOnlyList<Term> Terms, bool IsBroader)
{
    internal string Key { get; } = Synonyms.Key(Terms);
}
