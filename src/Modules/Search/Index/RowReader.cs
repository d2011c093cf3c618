namespace Parelmuur.Search.Index;

/// <summary>Walks through the words of one entry in order of word id.</summary>
/// <remarks>Per word the step from the previous id, an <see cref="Index.Occurrences"/> byte and the positions.</remarks>
internal ref struct RowReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private ByteReader reader = new(bytes);
    private int length;

    public int Word { get; private set; } = -1;

    public byte Occurrences { get; private set; }

    /// <summary>Where in the entry the word stands.</summary>
    public readonly PositionReader Positions => new(bytes.Slice(reader.Position - length, length));

    public bool MoveNext()
    {
        if (reader.AtEnd)
            return false;
        Word += (int)reader.Number();
        Occurrences = reader.Byte();
        length = (int)reader.Number();
        reader.Skip(length);
        return true;
    }
}

/// <summary>Walks through the positions of one word in one entry.</summary>
internal ref struct PositionReader(ReadOnlySpan<byte> bytes)
{
    private ByteReader reader = new(bytes);

    public int Position { get; private set; }

    public bool MoveNext()
    {
        if (reader.AtEnd)
            return false;
        Position += (int)reader.Number();
        return true;
    }
}
