using System.Text;

namespace Parelmuur.Catalogue.Import.Input;

/// <summary>Takes tags, comments and the content of script and style out of a text.</summary>
/// <remarks>Reads each character once, whatever the text: it may be hostile.</remarks>
internal static class Markup
{
    private static readonly string[] Unread = ["script", "style", "template", "noscript", "iframe", "object", "svg", "math"];

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "br", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "blockquote",
    };

    /// <summary>The text between the tags; block tags become new lines.</summary>
    public static string Strip(string text, ref bool found)
    {
        if (!text.Contains('<', StringComparison.Ordinal))
            return text;
        var plain = new StringBuilder(text.Length);
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('<', at);
            if (open < 0 || open == text.Length - 1)
                break;
            var close = StartsTag(text[open + 1]) ? EndOfTag(text, open) : -1;
            if (close < 0)
            {
                plain.Append(text, at, open + 1 - at);
                at = open + 1;
                continue;
            }

            plain.Append(text, at, open - at);
            found = true;
            at = AfterTag(text, open, close, plain);
        }

        return plain.Append(text, at, text.Length - at).ToString();
    }

    // "temperatuur < 5" and "<3" are text.
    private static bool StartsTag(char letter) => char.IsAsciiLetter(letter) || letter is '/' or '!' or '?';

    // A tag that never ends, or in which another begins, is no tag: it stays as the text that it is.
    private static int EndOfTag(string text, int open)
    {
        var end = text.IndexOfAny(['<', '>'], open + 1);
        return end >= 0 && text[end] == '>' ? end : -1;
    }

    private static int AfterTag(string text, int open, int close, StringBuilder plain)
    {
        if (text.AsSpan(open).StartsWith("<!--", StringComparison.Ordinal))
            return After(text, "-->", open + 4);
        var name = NameOf(text.AsSpan(open + 1, close - open - 1));
        if (Blocks.Contains(name))
            plain.Append('\n');
        foreach (var unread in Unread)
        {
            if (name.Equals(unread, StringComparison.OrdinalIgnoreCase) && text[open + 1] != '/' && text[close - 1] != '/')
                return After(text, ">", After(text, $"</{unread}", close + 1));
        }

        return close + 1;
    }

    private static string NameOf(ReadOnlySpan<char> inside)
    {
        var name = inside.TrimStart('/');
        var end = 0;
        while (end < name.Length && end < 12 && char.IsAsciiLetterOrDigit(name[end]))
            end++;
        return name[..end].ToString();
    }

    private static int After(string text, string end, int from)
    {
        var found = from < text.Length ? text.IndexOf(end, from, StringComparison.OrdinalIgnoreCase) : -1;
        return found < 0 ? text.Length : found + end.Length;
    }
}
