using System.Buffers.Binary;
using System.Text;

namespace Parelmuur.Kernel.Files;

/// <summary>PNG: a row of chunks, each with a length, a name and a sum.</summary>
internal static class PngImage
{
    private const int SignatureLength = 8, SumLength = 4, HeaderLength = 13;

    // The picture, its colours, its density and its movement. Not: text, time, EXIF.
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT",
    };

    public static ImageSize Clean(ImageParts image)
    {
        image.Copy(SignatureLength);
        ImageSize size = default;
        while (true)
        {
            var head = image.Bytes(8);
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            var name = Encoding.Latin1.GetString(head, 4, 4);
            if (!Kept.Contains(name))
            {
                image.Skip(length + SumLength);
                continue;
            }

            image.Write(head);
            if (name == "IHDR")
            {
                if (length != HeaderLength)
                    throw new InvalidDataException();
                var header = image.Bytes(HeaderLength);
                size = new(BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));
                image.Write(header);
                image.Copy(SumLength);
                continue;
            }

            image.Copy(length + SumLength);
            if (name == "IEND")
                return size;
        }
    }
}
