using System.Buffers;

namespace Parelmuur.Search.Index;

/// <summary>The words of one segment, each with the entries that use it.</summary>
internal sealed class WordTable
{
    private readonly int[] ids;
    private readonly int[] counts;
    private readonly int[] starts;
    private readonly byte[] postings;

    private WordTable(int[] ids, int[] counts, int[] starts, byte[] postings) =>
        (this.ids, this.counts, this.starts, this.postings) = (ids, counts, starts, postings);

    /// <summary>Ids of the words, rising.</summary>
    public ReadOnlySpan<int> Ids => ids;

    /// <summary>The row of a word, or a negative number.</summary>
    public int Row(int word) => Array.BinarySearch(ids, word);

    /// <summary>How many entries use the word of this row, removed ones included.</summary>
    public int Count(int row) => counts[row];

    /// <summary>The entries that use the word of this row.</summary>
    /// <param name="row">See <see cref="Row"/>.</param>
    /// <param name="first">The number to give to the first entry of the segment.</param>
    public PostingReader Postings(int row, int first = 0) =>
        new(postings.AsSpan(starts[row], starts[row + 1] - starts[row]), first);

    /// <summary>Turns rows of entries with words into rows of words with entries.</summary>
    public static WordTable From(EntryRows rows)
    {
        var (ids, counts, rowOf) = Words(rows);
        var ends = new int[ids.Length];
        for (var row = 1; row < ids.Length; row++)
            ends[row] = ends[row - 1] + counts[row - 1];

        var total = counts.Sum();
        var documents = ArrayPool<int>.Shared.Rent(total);
        var occurrences = ArrayPool<byte>.Shared.Rent(total);
        for (var document = 0; document < rows.Count; document++)
        {
            var words = rows[document];
            while (words.MoveNext())
            {
                var place = ends[rowOf[words.Word]]++;
                documents[place] = document;
                occurrences[place] = words.Occurrences;
            }
        }

        ArrayPool<int>.Shared.Return(rowOf);
        var (starts, postings) = Write(counts, documents, occurrences);
        ArrayPool<int>.Shared.Return(documents);
        ArrayPool<byte>.Shared.Return(occurrences);
        return new WordTable(ids, counts, starts, postings);
    }

    private static (int[] Ids, int[] Counts, int[] RowOf) Words(EntryRows rows)
    {
        var perWord = ArrayPool<int>.Shared.Rent(rows.LastWord + 1);
        Array.Clear(perWord);
        var distinct = 0;
        for (var document = 0; document < rows.Count; document++)
        {
            var words = rows[document];
            while (words.MoveNext())
            {
                if (perWord[words.Word]++ == 0)
                    distinct++;
            }
        }

        var (ids, counts, row) = (new int[distinct], new int[distinct], 0);
        for (var word = 0; row < distinct; word++)
        {
            if (perWord[word] == 0)
                continue;
            (ids[row], counts[row]) = (word, perWord[word]);
            perWord[word] = row++;
        }

        return (ids, counts, perWord);
    }

    private static (int[] Starts, byte[] Postings) Write(int[] counts, int[] documents, byte[] occurrences)
    {
        var writer = new ByteWriter();
        var ends = new int[counts.Length + 1];
        var place = 0;
        for (var row = 0; row < counts.Length; row++)
        {
            var previous = -1;
            for (var end = place + counts[row]; place < end; place++)
            {
                writer.Number((uint)(documents[place] - previous));
                writer.Byte(occurrences[place]);
                previous = documents[place];
            }

            ends[row + 1] = writer.Length;
        }

        return (ends, writer.ToArray());
    }
}
