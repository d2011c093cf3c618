using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Parelmuur.Tests;

/// <summary>Small files of every kind, with things in them that must go.</summary>
internal static class SampleFiles
{
    /// <summary>What stands in the hidden parts of the images.</summary>
    public const string Secret = "52.2551 N, 6.1639 E, camera of Femke";

    public static byte[] Pdf => Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    public static byte[] Jpeg(int turned = 1) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, 0, 0]),
        .. Segment(0xE1, [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, (byte)turned, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Secret)]),
        .. Segment(0xED, Encoding.ASCII.GetBytes(Secret)),
        .. Segment(0xFE, Encoding.ASCII.GetBytes(Secret)),
        .. Segment(0xC0, [8, 0, 30, 0, 40, 1, 1, 0x11, 0]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        1, 2, 0xFF, 0, 3, 0xFF, 0xD0, 4,
        0xFF, 0xD9,
        .. Encoding.ASCII.GetBytes($"<script>{Secret}</script>"),
    ];

    public static byte[] Png(int width = 3, int height = 2) =>
    [
        0x89, .. "PNG\r\n"u8, 0x1A, 0x0A,
        .. Chunk("IHDR", [.. Big(width), .. Big(height), 8, 2, 0, 0, 0]),
        .. Chunk("tEXt", Encoding.ASCII.GetBytes($"Comment\0{Secret}")),
        .. Chunk("eXIf", Encoding.ASCII.GetBytes(Secret)),
        .. Chunk("IDAT", Zlib(new byte[((width * 3) + 1) * height])),
        .. Chunk("IEND", []),
        .. Encoding.ASCII.GetBytes(Secret),
    ];

    public static byte[] Gif =>
    [
        .. "GIF89a"u8, 1, 0, 2, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255,
        0x21, 0xFE, (byte)Secret.Length, .. Encoding.ASCII.GetBytes(Secret), 0,
        0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0,
        0x2C, 0, 0, 0, 0, 1, 0, 2, 0, 0, 2, 2, 0x44, 1, 0, 0x3B,
        .. Encoding.ASCII.GetBytes(Secret),
    ];

    public static byte[] WebP
    {
        get
        {
            byte[] body =
            [
                .. "WEBP"u8, .. Riff("VP8X", [0x0C, 0, 0, 0, 3, 0, 0, 1, 0, 0]), .. Riff("VP8L", [0x2F, 3, 0x40, 0, 0, 0, 0, 0, 0, 0]),
                .. Riff("EXIF", Encoding.ASCII.GetBytes(Secret)), .. Riff("XMP ", Encoding.ASCII.GetBytes(Secret)),
            ];
            return [.. "RIFF"u8, .. Little(body.Length), .. body];
        }
    }

    public static byte[] Docx => Packed(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>"));

    public static byte[] Odt => Packed(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<o/>"));

    public static byte[] Packed(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    private static byte[] Segment(byte marker, byte[] body) => [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    private static byte[] Chunk(string name, byte[] body)
    {
        byte[] summed = [.. Encoding.ASCII.GetBytes(name), .. body];
        return [.. Big(body.Length), .. summed, .. Big((int)Crc(summed))];
    }

    private static byte[] Riff(string name, byte[] body) => [.. Encoding.ASCII.GetBytes(name), .. Little(body.Length), .. body, .. new byte[body.Length & 1]];

    private static byte[] Zlib(byte[] raw)
    {
        using var stream = new MemoryStream();
        using (var zlib = new ZLibStream(stream, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(raw);
        return stream.ToArray();
    }

    private static uint Crc(byte[] bytes)
    {
        var sum = 0xFFFFFFFFu;
        foreach (var each in bytes)
        {
            sum ^= each;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320u : sum >> 1;
        }

        return ~sum;
    }

    private static byte[] Big(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Little(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }
}
