namespace Parelmuur.Search.Index;

/// <summary>Walks through the entries of one segment that use one word.</summary>
/// <remarks>
/// Per entry the step from the previous one and an <see cref="Index.Occurrences"/> byte. In a column there are no steps: every
/// entry has its byte, 0 when it does not use the word.
/// </remarks>
/// <param name="bytes">As <see cref="WordTable"/> wrote them.</param>
/// <param name="isColumn">See <see cref="WordTable.HasColumn"/>.</param>
internal ref struct PostingReader(ReadOnlySpan<byte> bytes, bool isColumn)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int next;

    /// <summary>The number of the entry in the segment.</summary>
    public int Document { get; private set; } = -1;

    public byte Occurrences { get; private set; }

    public bool MoveNext()
    {
        if (isColumn)
            next += Empty(bytes[next..]);
        if (next >= bytes.Length)
            return false;
        Document = isColumn ? next : Document + Step(bytes, ref next);
        Occurrences = bytes[next++];
        return true;
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

    /// <summary>Reads how much the number of the next entry is higher.</summary>
    /// <remarks>Nearly every step fits in one byte.</remarks>
    public static int Step(ReadOnlySpan<byte> bytes, ref int at)
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
