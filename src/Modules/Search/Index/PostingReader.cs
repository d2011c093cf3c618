using System.Buffers.Binary;
using System.Numerics;

namespace Parelmuur.Search.Index;

/// <summary>Walks through the entries of one segment that use one word.</summary>
/// <remarks>
/// Per entry the step from the previous one and an <see cref="Index.Occurrences"/> byte. In a column there are no steps: every
/// entry has its byte, 0 when it does not use the word.
/// </remarks>
/// <param name="bytes">As <see cref="WordTable"/> wrote them.</param>
/// <param name="first">The number of the first entry of the segment.</param>
/// <param name="isColumn">See <see cref="WordTable.Column"/>.</param>
internal ref struct PostingReader(ReadOnlySpan<byte> bytes, int first, bool isColumn)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int next;

    /// <summary>The number of the entry.</summary>
    public int Document { get; private set; } = first - 1;

    public byte Occurrences { get; private set; }

    public bool MoveNext()
    {
        if (isColumn)
            next += Empty(bytes[next..]);
        if (next >= bytes.Length)
            return false;
        Document = isColumn ? first + next : Document + Step(bytes, ref next);
        Occurrences = bytes[next++];
        return true;
    }

    /// <summary>Reads as many entries as there is room for at once, and tells how many.</summary>
    /// <param name="documents">Room for their numbers.</param>
    /// <param name="occurrences">As much room for their occurrences.</param>
    public int Read(Span<int> documents, Span<byte> occurrences)
    {
        if (isColumn)
            return ReadColumn(documents, occurrences);
        // In local variables, so that the processor keeps them at hand.
        var source = bytes;
        var (at, document, count) = (next, Document, 0);
        for (; count < documents.Length && count < occurrences.Length && at < source.Length; count++)
        {
            document += Step(source, ref at);
            documents[count] = document;
            occurrences[count] = source[at++];
        }

        (next, Document) = (at, document);
        return count;
    }

    // Eight entries are looked at at once, for the next that uses the word.
    private int ReadColumn(Span<int> documents, Span<byte> occurrences)
    {
        var source = bytes;
        var (at, count) = (next, 0);
        while (at < source.Length && count < documents.Length && count < occurrences.Length)
        {
            if (source.Length - at >= sizeof(ulong))
            {
                var eight = BinaryPrimitives.ReadUInt64LittleEndian(source[at..]);
                at += BitOperations.TrailingZeroCount(eight) / 8;
                if (eight == 0)
                    continue;
            }

            if (source[at] != 0)
                (documents[count], occurrences[count++]) = (first + at, source[at]);
            at++;
        }

        (next, Document) = (at, first + at - 1);
        return count;
    }

    /// <summary>How many bytes an entry takes.</summary>
    /// <param name="step">How much its number is higher than that of the entry before.</param>
    public static int Length(int step)
    {
        var length = 2;
        for (; step >= 0x80; step >>= 7)
            length++;
        return length;
    }

    /// <summary>Writes an entry as it will be read, and returns how many bytes that took.</summary>
    public static int Write(Span<byte> bytes, int step, byte occurrences)
    {
        var at = 0;
        for (; step >= 0x80; step >>= 7)
            bytes[at++] = (byte)(step | 0x80);
        bytes[at++] = (byte)step;
        bytes[at++] = occurrences;
        return at;
    }

    // The number of entries before the next one that uses the word.
    private static int Empty(ReadOnlySpan<byte> column)
    {
        if (column.IsEmpty || column[0] != 0)
            return 0;
        var empty = column.IndexOfAnyExcept((byte)0);
        return empty < 0 ? column.Length : empty;
    }

    // Nearly every step fits in one byte.
    private static int Step(ReadOnlySpan<byte> bytes, ref int at)
    {
        int step = bytes[at++];
        return step < 0x80 ? step : LongStep(bytes, ref at, step & 0x7f);
    }

    private static int LongStep(ReadOnlySpan<byte> bytes, ref int at, int step)
    {
        for (var shift = 7; ; shift += 7)
        {
            int part = bytes[at++];
            step |= (part & 0x7f) << shift;
            if (part < 0x80)
                return step;
        }
    }
}
