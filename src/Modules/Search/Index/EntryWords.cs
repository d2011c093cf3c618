using Parelmuur.Search.Analysis;

namespace Parelmuur.Search.Index;

/// <summary>The words of one entry at a time, with where they stand. One object serves many entries.</summary>
internal sealed class EntryWords(Analyzer analyzer, Vocabulary vocabulary)
{
    // Between two texts, so that no phrase runs from one into the other.
    private const int Gap = 16;

    // Most words of a text are among the few that stand in every text: those need no search through the vocabulary.
    private const int RecentWords = 4096;

    private readonly (Term Term, Word Word)[] recent = new (Term, Word)[RecentWords];
    private readonly int[] fieldEnds = new int[5];
    private readonly ByteWriter positions = new();
    private ulong[] places = new ulong[256];
    private int count;
    private int next;

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
        foreach (var token in analyzer.Tokens(text))
        {
            last = next + token.Position + token.Width;
            // A title may consist of nothing else: "Wie is wie".
            if (token.Term.IsStopWord && field is not Field.Title)
                continue;
            if (count == places.Length)
                Array.Resize(ref places, count * 2);
            var word = WordOf(token.Term, text.AsSpan(token.Start, token.Length));
            places[count++] = ((ulong)(uint)word.Id << 32) | (uint)(next + token.Position);
        }

        next = last + Gap;
        fieldEnds[(int)field] = next;
    }

    private Word WordOf(Term term, ReadOnlySpan<char> written)
    {
        ref var place = ref recent[term.GetHashCode() % RecentWords];
        if (ReferenceEquals(place.Term, term))
            place.Word.Saw(written);
        else
            place = (term, vocabulary.Get(term, written));
        return place.Word;
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
