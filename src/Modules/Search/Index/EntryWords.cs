using System.Runtime.InteropServices;
using Parelmuur.Search.Analysis;

namespace Parelmuur.Search.Index;

/// <summary>The words of one entry at a time, with where they stand. One object serves many entries.</summary>
internal sealed class EntryWords
{
    // Between two texts, so that no phrase runs from one into the other.
    private const int Gap = 16;

    // In place of a word that tells nothing.
    private const int StopWord = -1;

    // As they are written: what came before needs no analysis, nor a search through the vocabulary.
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> known;
    private readonly Analyzer analyzer;
    private readonly Vocabulary vocabulary;
    private readonly int[] fieldEnds = new int[5];
    private readonly ByteWriter positions = new();
    private ulong[] places = new ulong[256];
    private int count;
    private int next;

    public EntryWords(Analyzer analyzer, Vocabulary vocabulary)
    {
        (this.analyzer, this.vocabulary) = (analyzer, vocabulary);
        known = new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Number of its own words that tell something.</summary>
    public int Count { get; private set; }

    /// <summary>See <see cref="Voices"/>.</summary>
    public Voices? Voices { get; private set; }

    public void Read(SearchEntry entry)
    {
        count = 0;
        next = 0;
        Read(Field.Title, entry.Title);
        Read(Field.Lead, entry.Lead);
        foreach (var keyword in entry.Keywords)
            Read(Field.Keywords, keyword);
        fieldEnds[(int)Field.Keywords] = next;
        Read(Field.Body, entry.Body);
        Count = count;
        Voices = entry.Tellings.Count == 0 ? null : new Voices(fieldEnds[(int)Field.Title], [.. entry.Tellings.Select(Start)]);
        fieldEnds[(int)Field.Told] = next;
    }

    /// <summary>Writes the words as <see cref="RowReader"/> reads them; returns the highest word id, or -1.</summary>
    public int WriteTo(ByteWriter row)
    {
        var sorted = places.AsSpan(0, count);
        sorted.Sort();
        var previous = -1;
        for (var at = 0; at < sorted.Length;)
        {
            var word = WordAt(at);
            row.Number((uint)(word - previous));
            previous = word;
            at = WriteOccurrences(row, at, word);
        }

        return previous;
    }

    private int WriteOccurrences(ByteWriter row, int at, int word)
    {
        positions.Clear();
        var (occurrences, previous) = ((byte)0, 0);
        for (; at < count && WordAt(at) == word; at++)
        {
            var position = (int)(uint)places[at];
            occurrences = Occurrences.Add(occurrences, FieldAt(position));
            positions.Number((uint)(position - previous));
            previous = position;
        }

        row.Byte(occurrences);
        row.Number((uint)positions.Length);
        row.Copy(positions.Written);
        return at;
    }

    private int Start(string telling)
    {
        var start = next;
        Read(Field.Told, telling);
        return start;
    }

    private void Read(Field field, string text)
    {
        var last = next;
        foreach (var token in new Tokens(text))
        {
            last = next + token.Position + token.Width;
            var word = WordOf(token.In(text));
            // A title may consist of nothing else: "Wie is wie".
            if (word == StopWord && field is Field.Title)
                word = vocabulary.Get(analyzer.Term(token.In(text)), token.In(text)).Id;
            if (word == StopWord)
                continue;
            if (count == places.Length)
                Array.Resize(ref places, count * 2);
            places[count++] = ((ulong)(uint)word << 32) | (uint)(next + token.Position);
        }

        next = last + Gap;
        fieldEnds[(int)field] = next;
    }

    private int WordOf(ReadOnlySpan<char> written)
    {
        ref var word = ref CollectionsMarshal.GetValueRefOrAddDefault(known, written, out var isKnown);
        if (!isKnown)
        {
            var term = analyzer.Term(written);
            word = term.IsStopWord ? StopWord : vocabulary.Get(term, written).Id;
        }

        return word;
    }

    private int WordAt(int at) => (int)(places[at] >> 32);

    private Field FieldAt(int position)
    {
        var field = Field.Title;
        while (position >= fieldEnds[(int)field] && field < Field.Told)
            field++;
        return field;
    }
}
