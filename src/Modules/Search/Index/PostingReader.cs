namespace Parelmuur.Search.Index;

/// <summary>Walks through the entries of one segment that use one word.</summary>
/// <remarks>Per entry the step from the previous one and an <see cref="Index.Occurrences"/> byte.</remarks>
internal ref struct PostingReader(ReadOnlySpan<byte> bytes)
{
    private ByteReader reader = new(bytes);

    /// <summary>The number of the entry within its segment.</summary>
    public int Document { get; private set; } = -1;

    public byte Occurrences { get; private set; }

    public bool MoveNext()
    {
        if (reader.AtEnd)
            return false;
        Document += (int)reader.Number();
        Occurrences = reader.Byte();
        return true;
    }
}
