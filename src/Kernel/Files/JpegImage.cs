using System.Buffers.Binary;

namespace Parelmuur.Kernel.Files;

/// <summary>JPEG: a row of segments, and the picture between two of them.</summary>
internal static class JpegImage
{
    private const byte End = 0xD9, Scan = 0xDA, App0 = 0xE0, Exif = 0xE1, App2 = 0xE2, Adobe = 0xEE, App15 = 0xEF, Comment = 0xFE;
    private const int OrientationTag = 0x0112, Upright = 1, FirstSideways = 5;

    public static ImageSize Clean(ImageParts image)
    {
        image.Copy(2);
        ImageSize size = default;
        var turned = Upright;
        for (var marker = Marker(image); marker != End;)
        {
            var head = image.Bytes(2);
            var body = image.Bytes(Math.Max(0, BinaryPrimitives.ReadUInt16BigEndian(head) - 2));
            if (marker == Exif && body.AsSpan().StartsWith("Exif\0\0"u8))
            {
                turned = Orientation(body.AsSpan(6));
                if (turned != Upright)
                    image.Write(Turn(turned));
            }
            else if (IsKept(marker, body))
            {
                image.Write([0xFF, marker]);
                image.Write(head);
                image.Write(body);
            }

            if (marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC && body.Length >= 5)
                size = new(BinaryPrimitives.ReadUInt16BigEndian(body.AsSpan(3)), BinaryPrimitives.ReadUInt16BigEndian(body.AsSpan(1)));
            marker = marker == Scan ? CopyScan(image) : Marker(image);
        }

        image.Write([0xFF, End]);
        return turned >= FirstSideways ? new(size.Height, size.Width) : size;
    }

    // Colours stay: JFIF, the ICC profile, and what Adobe says of them.
    private static bool IsKept(byte marker, byte[] body) => marker switch
    {
        App0 => body.AsSpan().StartsWith("JFIF\0"u8),
        App2 => body.AsSpan().StartsWith("ICC_PROFILE\0"u8),
        Adobe => body.AsSpan().StartsWith("Adobe"u8),
        > App0 and <= App15 or Comment => false,
        _ => true,
    };

    private static byte Marker(ImageParts image)
    {
        if (image.Byte() != 0xFF)
            throw new InvalidDataException();
        byte marker;
        do
            marker = image.Byte();
        while (marker == 0xFF);
        return marker;
    }

    // The picture goes on until a marker that is none of its own.
    private static byte CopyScan(ImageParts image)
    {
        while (true)
        {
            var next = image.Byte();
            if (next != 0xFF)
            {
                image.To.WriteByte(next);
                continue;
            }

            byte marker;
            do
                marker = image.Byte();
            while (marker == 0xFF);
            if (marker is not (0 or >= 0xD0 and <= 0xD7))
                return marker;
            image.Write([0xFF, marker]);
        }
    }

    // How the camera was held is the one thing of EXIF that one sees.
    private static int Orientation(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
            return Upright;
        var little = tiff[0] == 'I';
        var at = little ? BinaryPrimitives.ReadInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadInt32BigEndian(tiff[4..]);
        if (at < 8 || at > tiff.Length - 2)
            return Upright;
        var count = Short(tiff[at..], little);
        for (var entry = at + 2; count-- > 0 && entry <= tiff.Length - 12; entry += 12)
        {
            if (Short(tiff[entry..], little) == OrientationTag)
                return Short(tiff[(entry + 8)..], little) is >= 1 and <= 8 and var turned ? turned : Upright;
        }

        return Upright;
    }

    private static int Short(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    // An EXIF segment with that one thing in it.
    private static byte[] Turn(int turned) =>
    [
        0xFF, Exif, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1,
        0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turned, 0, 0, 0, 0, 0, 0,
    ];
}
