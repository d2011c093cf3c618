namespace Parelmuur.Search.Index;

/// <summary>Walks through the entries of one segment that use one word.</summary>
/// <remarks>Per entry the step from the previous one and an <see cref="Index.Occurrences"/> byte.</remarks>
internal ref struct PostingReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int next;

    /// <summary>The number of the entry within its segment.</summary>
    public int Document { get; private set; } = -1;

    public byte Occurrences { get; private set; }

    // Written out for the usual case of a step that fits in one byte.
    public bool MoveNext()
    {
        var at = next;
        if ((uint)at >= (uint)bytes.Length)
            return false;
        int step = bytes[at++];
        if (step >= 0x80)
        {
            step &= 0x7f;
            for (var (shift, more) = (7, true); more; shift += 7)
            {
                int part = bytes[at++];
                step |= (part & 0x7f) << shift;
                more = part >= 0x80;
            }
        }

        Document += step;
        Occurrences = bytes[at++];
        next = at;
        return true;
    }
}
