namespace Parelmuur.Search.Index;

/// <summary>Writes small numbers in few bytes: seven bits a byte, low bits first, the high bit says "more follows".</summary>
internal sealed class ByteWriter(int capacity = 256)
{
    private byte[] bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public void Byte(byte value)
    {
        if (Length == bytes.Length)
            Grow(1);
        bytes[Length++] = value;
    }

    public void Number(uint value)
    {
        if (Length + 5 > bytes.Length)
            Grow(5);
        while (value >= 0x80)
        {
            bytes[Length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        bytes[Length++] = (byte)value;
    }

    public void Copy(ReadOnlySpan<byte> source)
    {
        if (Length + source.Length > bytes.Length)
            Grow(source.Length);
        source.CopyTo(bytes.AsSpan(Length));
        Length += source.Length;
    }

    public void Clear() => Length = 0;

    /// <summary>What was written; nothing may be written after this.</summary>
    public byte[] ToArray() => Length == bytes.Length ? bytes : Written.ToArray();

    private void Grow(int needed) => Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + needed));
}

/// <summary>Reads what <see cref="ByteWriter"/> wrote.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    public int Position { get; private set; }

    public readonly bool AtEnd => Position >= bytes.Length;

    public byte Byte() => bytes[Position++];

    public void Skip(int count) => Position += count;

    public uint Number()
    {
        uint value = bytes[Position++];
        if (value < 0x80)
            return value;
        value &= 0x7f;
        for (var shift = 7; ; shift += 7)
        {
            uint next = bytes[Position++];
            value |= (next & 0x7f) << shift;
            if (next < 0x80)
                return value;
        }
    }
}
