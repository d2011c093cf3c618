using System.Collections.Concurrent;
using Parelmuur.Search.Analysis;

namespace Parelmuur.Search.Index;

/// <summary>Every word form that entries use or used, with its roots. Only grows; readers never wait.</summary>
internal sealed class Vocabulary
{
    private readonly ConcurrentDictionary<string, Word> words = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Root> roots = new(StringComparer.Ordinal);
    private readonly AppendOnly<Word> byId = new();
    private readonly AppendOnly<uint> letters = new();
    private readonly Trigrams trigrams = new();
    private readonly Lock adding = new();
    private int rootCount;

    public int Count => byId.Count;

    public Word this[int id] => byId[id];

    public ReadOnlySpan<Word> Words => byId.Items;

    /// <summary>Per word which letters occur, one bit each: tells fast that two words cannot be alike.</summary>
    public ReadOnlySpan<uint> Letters => letters.Items;

    /// <summary>The word, or null when no entry uses it.</summary>
    public Word? Find(string folded) => words.GetValueOrDefault(folded);

    /// <summary>The root with this stem, or null when no word has it.</summary>
    public Root? FindRoot(string stem) => roots.GetValueOrDefault(stem);

    /// <summary>The word, made when it is new.</summary>
    public Word Get(Term term, ReadOnlySpan<char> written)
    {
        if (!words.TryGetValue(term.Folded, out var word))
            return Add(term, written);
        word.Saw(written);
        return word;
    }

    /// <summary>Words that look much like this one, with how much, 0 to 1.</summary>
    public IReadOnlyList<(Word Word, float Share)> Similar(Term term) => term.IsStopWord || term.IsCode
        ? []
        : [.. trigrams.Similar(term.Folded, word => byId[word].Term.Folded).Select(found => (byId[found.Word], found.Share))];

    /// <summary>Takes words apart that turn out to be compounds with one of these words.</summary>
    public void Split(HashSet<string> parts, Analyzer analyzer)
    {
        lock (adding)
        {
            foreach (var word in Words)
            {
                if (word.Parts.Length > 0 || !LearnedWords.Any(parts, word.Term.Folded))
                    continue;
                var term = analyzer.Term(word.Term.Folded);
                word.Split(term, Roots(term));
                AddToParts(word);
            }
        }
    }

    public static uint LettersOf(ReadOnlySpan<char> text)
    {
        var seen = 0u;
        foreach (var letter in text)
            seen |= 1u << (letter & 31);
        return seen;
    }

    private Word Add(Term term, ReadOnlySpan<char> written)
    {
        lock (adding)
        {
            if (words.TryGetValue(term.Folded, out var added))
                return added;

            var word = new Word(byId.Count, term, Word.Text(written, term), RootOf(term.Stem), Roots(term));
            byId.Add(word);
            letters.Add(LettersOf(term.Folded));
            word.Root.AddForm(word.Id);
            AddToParts(word);
            if (!term.IsStopWord && !term.IsCode)
                trigrams.Add(word.Id, term.Folded);
            words[term.Folded] = word;
            return word;
        }
    }

    private Root[] Roots(Term term) =>
        [.. term.Parts.Where(part => part.Leaves == 1).Select(part => RootOf(part.Stem)).Distinct()];

    private void AddToParts(Word word)
    {
        foreach (var part in word.Term.Parts)
            RootOf(part.Stem).AddCompound(word.Id);
    }

    // Only while adding, so one thread at a time.
    private Root RootOf(string stem) => roots.GetOrAdd(stem, text => new Root(rootCount++, text));
}
