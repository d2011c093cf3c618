using System.Buffers.Binary;
using System.Text;

namespace Parelmuur.Kernel.Files;

/// <summary>WebP: chunks in a RIFF file.</summary>
internal static class WebPImage
{
    private const int HeaderLength = 12, LargestHead = 10;
    private const byte NoMetadata = unchecked((byte)~0x0C);

    private static readonly HashSet<string> Kept =
        new(StringComparer.Ordinal) { "VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP" };

    public static ImageSize Clean(ImageParts image)
    {
        var header = image.Bytes(HeaderLength);
        image.Write(header);
        ImageSize size = default;
        while (!image.IsAtEnd(8))
        {
            var head = image.Bytes(8);
            var name = Encoding.Latin1.GetString(head, 0, 4);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4));
            var padded = (long)length + (length & 1);
            if (!Kept.Contains(name))
            {
                // What is glued behind the image is no chunk at all.
                if (image.IsAtEnd(padded))
                    break;
                image.Skip(padded);
                continue;
            }

            var start = image.Bytes((int)Math.Min(length, LargestHead));
            size = size == default ? SizeIn(name, start) : size;
            if (name == "VP8X" && start.Length > 0)
                start[0] &= NoMetadata;
            image.Write(head);
            image.Write(start);
            image.Copy(padded - start.Length);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), (uint)(image.To.Position - 8));
        image.To.Position = 0;
        image.Write(header);
        return size;
    }

    private static ImageSize SizeIn(string name, byte[] start) => name switch
    {
        _ when start.Length < LargestHead => default,
        "VP8X" => new(Three(start, 4) + 1, Three(start, 7) + 1),
        "VP8 " => new(BinaryPrimitives.ReadUInt16LittleEndian(start.AsSpan(6)) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(start.AsSpan(8)) & 0x3FFF),
        "VP8L" => new(
            (int)(BinaryPrimitives.ReadUInt32LittleEndian(start.AsSpan(1)) & 0x3FFF) + 1,
            (int)(BinaryPrimitives.ReadUInt32LittleEndian(start.AsSpan(1)) >> 14 & 0x3FFF) + 1),
        _ => default,
    };

    private static int Three(byte[] bytes, int at) => bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16;
}
