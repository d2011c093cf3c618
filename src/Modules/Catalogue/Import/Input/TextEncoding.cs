using System.Text;
using System.Text.Unicode;

namespace Parelmuur.Catalogue.Import.Input;

/// <summary>Finds out in which encoding a file is written.</summary>
internal static class TextEncoding
{
    private const int Sample = 1 << 20;

    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>
    /// The encoding by the mark at the beginning, or else by the first megabyte: UTF-16 has empty bytes, what is no
    /// correct UTF-8 is taken for Windows-1252, the other encoding that offices use.
    /// </summary>
    /// <remarks>The stream must seek, and stands at the beginning afterwards.</remarks>
    public static async Task<Encoding> DetectAsync(Stream stream, CancellationToken cancellation)
    {
        var bytes = new byte[(int)Math.Min(Sample, stream.Length)];
        var count = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        stream.Position = 0;
        return Detect(bytes.AsSpan(0, count));
    }

    /// <summary>The bytes as UTF-8, whatever the encoding was; without the mark.</summary>
    public static async Task<Stream> AsUtf8Async(Stream stream, CancellationToken cancellation)
    {
        var encoding = await DetectAsync(stream, cancellation);
        if (encoding is not UTF8Encoding)
            return Encoding.CreateTranscodingStream(stream, encoding, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        if (stream.ReadByte() != 0xEF || stream.ReadByte() != 0xBB || stream.ReadByte() != 0xBF)
            stream.Position = 0;
        return stream;
    }

    private static Encoding Detect(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
        [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
        _ when Utf8.IsValid(UpToWholeCharacter(bytes)) => Encoding.UTF8,
        _ => Encoding.GetEncoding(1252),
    };

    // The sample may end in the middle of a character.
    private static ReadOnlySpan<byte> UpToWholeCharacter(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.Length;
        for (var back = 1; back <= Math.Min(3, bytes.Length) && bytes.Length == Sample; back++)
        {
            if (bytes[^back] >= 0xC0)
                return bytes[..^back];
        }

        return bytes[..end];
    }
}
