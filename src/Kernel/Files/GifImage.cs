using System.Buffers.Binary;
using System.Text;

namespace Parelmuur.Kernel.Files;

/// <summary>GIF: a screen, and a row of blocks upon it.</summary>
internal static class GifImage
{
    private const byte Picture = 0x2C, Extension = 0x21, Trailer = 0x3B, Timing = 0xF9, Application = 0xFF;

    public static ImageSize Clean(ImageParts image)
    {
        image.Copy(6);
        var screen = image.Bytes(7);
        image.Write(screen);
        image.Copy(Colours(screen[4]));
        while (true)
        {
            var block = image.Byte();
            switch (block)
            {
                case Picture:
                    var place = image.Bytes(9);
                    image.Write([Picture, .. place]);
                    image.Copy(Colours(place[8]) + 1);
                    Blocks(image, keep: true);
                    break;
                case Extension:
                    Extra(image);
                    break;
                case Trailer:
                    image.Write([Trailer]);
                    return new(BinaryPrimitives.ReadUInt16LittleEndian(screen), BinaryPrimitives.ReadUInt16LittleEndian(screen.AsSpan(2)));
                default:
                    throw new InvalidDataException();
            }
        }
    }

    // How long each picture stands, and whether it all starts again. Not: notes, and what programs keep there.
    private static void Extra(ImageParts image)
    {
        var label = image.Byte();
        var length = image.Byte();
        var first = image.Bytes(length);
        var keep = label == Timing || (label == Application && Encoding.Latin1.GetString(first) == "NETSCAPE2.0");
        if (keep)
            image.Write([Extension, label, length, .. first]);
        if (length > 0)
            Blocks(image, keep);
    }

    private static void Blocks(ImageParts image, bool keep)
    {
        byte length;
        do
        {
            length = image.Byte();
            if (keep)
            {
                image.Write([length]);
                image.Copy(length);
            }
            else
            {
                image.Skip(length);
            }
        }
        while (length > 0);
    }

    private static int Colours(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
}
