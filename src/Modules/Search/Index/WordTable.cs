using System.Numerics;

namespace Parelmuur.Search.Index;

/// <summary>The words of one segment, each with the entries that use it.</summary>
/// <remarks>
/// Mostly one after the other, as <see cref="PostingReader"/> reads them. A word that many use has a column instead: a
/// byte for every entry, so that any of them can be looked up and neighbours can be reckoned together.
/// </remarks>
internal sealed class WordTable
{
    // In a small segment nothing is won by it.
    private const int ColumnFromEntries = 1024, ColumnFromShare = 10;

    private readonly int[] ids;
    private readonly int[] counts;
    private readonly int[] starts;
    private readonly byte[] postings;
    private readonly int columnFrom;
    // Which words have a row, a bit each, and how many rows come before each word of bits.
    private readonly ulong[] used;
    private readonly int[] before;

    private WordTable(int[] ids, int[] counts, int[] starts, byte[] postings, int columnFrom)
    {
        (this.ids, this.counts, this.starts, this.postings, this.columnFrom) = (ids, counts, starts, postings, columnFrom);
        used = new ulong[ids.Length == 0 ? 0 : Bits.Word(ids[^1]) + 1];
        before = new int[used.Length];
        foreach (var id in ids)
            Bits.Add(used, id);
        for (var word = 1; word < used.Length; word++)
            before[word] = before[word - 1] + BitOperations.PopCount(used[word - 1]);
    }

    /// <summary>Ids of the words, rising.</summary>
    public ReadOnlySpan<int> Ids => ids;

    /// <summary>The row of a word, or -1.</summary>
    public int Row(int word)
    {
        var at = Bits.Word(word);
        return at < used.Length && Bits.Has(used, word) ? before[at] + BitOperations.PopCount(used[at] & (Bits.One(word) - 1)) : -1;
    }

    /// <summary>How many entries use the word of this row, removed ones included.</summary>
    public int Count(int row) => counts[row];

    /// <summary>The entries that use the word of this row.</summary>
    /// <param name="row">See <see cref="Row"/>.</param>
    public PostingReader Postings(int row) => new(Bytes(row), HasColumn(row));

    /// <summary>The entries that use the word of this row, to read a block at a time.</summary>
    public BlockReader Blocks(int row) => new(postings.AsMemory(starts[row], starts[row + 1] - starts[row]), HasColumn(row));

    /// <summary>Whether the word of this row has a column: the occurrences of every entry, 0 where it is not, up to the end of the last word of bits.</summary>
    public bool HasColumn(int row) => counts[row] >= columnFrom;

    /// <summary>Turns rows of entries with words into rows of words with entries.</summary>
    /// <remarks>Walks through the rows twice: to measure each word's row, and to write it at once where it belongs.</remarks>
    public static WordTable From(EntryRows rows)
    {
        var enough = rows.Count < ColumnFromEntries ? int.MaxValue : rows.Count / ColumnFromShare;
        var (uses, lengths) = Measure(rows);
        int[] words = [.. Enumerable.Range(0, uses.Length).Where(word => uses[word] > 0)];
        var begins = new int[words.Length + 1];
        var places = new int[uses.Length];
        for (var row = 0; row < words.Length; row++)
        {
            var word = words[row];
            var isColumn = uses[word] >= enough;
            // The beginning of a column stands there as a negative number.
            places[word] = isColumn ? ~begins[row] : begins[row];
            begins[row + 1] = begins[row] + (isColumn ? Bits.Words(rows.Count) * Bits.PerWord : lengths[word]);
        }

        return new WordTable(words, [.. words.Select(word => uses[word])], begins, Write(rows, places, begins[^1]), enough);
    }

    private ReadOnlySpan<byte> Bytes(int row) => postings.AsSpan(starts[row], starts[row + 1] - starts[row]);

    // Per word how many entries use it, and how many bytes that takes one after the other.
    private static (int[] Uses, int[] Lengths) Measure(EntryRows rows)
    {
        var (uses, lengths, last) = (new int[rows.LastWord + 1], new int[rows.LastWord + 1], Before(rows));
        for (var document = 0; document < rows.Count; document++)
        {
            for (var words = rows[document]; words.MoveNext();)
            {
                uses[words.Word]++;
                lengths[words.Word] += PostingReader.Length(document - last[words.Word]);
                last[words.Word] = document;
            }
        }

        return (uses, lengths);
    }

    private static byte[] Write(EntryRows rows, int[] places, int length)
    {
        var (bytes, last) = (new byte[length], Before(rows));
        for (var document = 0; document < rows.Count; document++)
        {
            for (var words = rows[document]; words.MoveNext();)
            {
                ref var place = ref places[words.Word];
                if (place < 0)
                {
                    bytes[~place + document] = words.Occurrences;
                    continue;
                }

                place += PostingReader.Write(bytes.AsSpan(place), document - last[words.Word], words.Occurrences);
                last[words.Word] = document;
            }
        }

        return bytes;
    }

    // The entry before the first one, for each word.
    private static int[] Before(EntryRows rows)
    {
        var last = new int[rows.LastWord + 1];
        Array.Fill(last, -1);
        return last;
    }
}
