using System.Text;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Search.Documents;

/// <summary>Reads plain text in the encodings that people's computers write: UTF-8, UTF-16, or Windows-1252.</summary>
internal static class PlainText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // What Windows-1252 puts where Latin-1 has control codes; the five gaps stay as they are.
    private const string Windows =
        "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>The text of a file.</summary>
    /// <exception cref="RuleViolation">It is no text.</exception>
    public static string Read(ReadOnlyMemory<byte> content)
    {
        var text = Decode(content.Span);
        return IsText(text)
            ? text
            : throw new RuleViolation(PlanDocument.Field, "Dit is geen tekstbestand. Kies een ander bestand.");
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode.GetString(bytes[2..]);
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);

        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Windows1252(bytes);
        }
    }

    private static string Windows1252(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var one in bytes)
            text.Append(one is >= 0x80 and <= 0x9F ? Windows[one - 0x80] : (char)one);
        return text.ToString();
    }

    /// <summary>Programs and pictures are full of control codes; text has none but line ends, tabs and page breaks.</summary>
    private static bool IsText(string text)
    {
        foreach (var letter in text)
        {
            if (letter == '\uFFFF' || (char.IsControl(letter) && letter is not ('\n' or '\r' or '\t' or '\f' or '\u001A')))
                return false;
        }

        return true;
    }
}
