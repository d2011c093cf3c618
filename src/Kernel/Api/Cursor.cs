using System.Buffers.Binary;
using System.Buffers.Text;

namespace Parelmuur.Kernel.Api;

/// <summary>Where a next page begins. A client only gives it back; what stands in it may change.</summary>
/// <param name="Offset">How many came before.</param>
/// <param name="After">The last that came, so that what is added before it does not make it come twice.</param>
/// <param name="Within">The last that came of a list within <paramref name="After"/>.</param>
public readonly record struct Cursor(int Offset, Guid After = default, Guid Within = default)
{
    private const int Length = sizeof(int) + 16 + 16;

    /// <summary>The beginning.</summary>
    public static Cursor Start => default;

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string text, out Cursor cursor)
    {
        cursor = default;
        Span<byte> bytes = stackalloc byte[Length];
        if (text.Length > Length * 2 || !Base64Url.IsValid(text, out var length) || length != Length
            || !Base64Url.TryDecodeFromChars(text, bytes, out _))
        {
            return false;
        }

        cursor = new(BinaryPrimitives.ReadInt32BigEndian(bytes), new(bytes[4..20], bigEndian: true), new(bytes[20..], bigEndian: true));
        return cursor.Offset >= 0;
    }

    /// <summary>Letters, digits, hyphens and underscores.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt32BigEndian(bytes, Offset);
        After.TryWriteBytes(bytes[4..], bigEndian: true, out _);
        Within.TryWriteBytes(bytes[20..], bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }
}
