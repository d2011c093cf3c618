using System.Text;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Import;

/// <summary>Cuts texts of outside sources to the lengths of the catalogue, at places where a reader would.</summary>
internal static class Shorten
{
    private const int ShortSentence = 25;

    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "bijv", "bv", "ca", "dhr", "dr", "drs", "enz", "etc", "evt", "excl", "incl", "ing", "ir", "max", "min", "mr", "mw", "mevr",
        "nl", "nr", "nrs", "ong", "prof", "resp", "st", "tel", "vgl", "vs", "zgn", "art", "lid", "jl", "afd", "gem", "aug", "sept",
        "okt", "nov", "dec", "jan", "feb",
    };

    /// <summary>The text, or its beginning up to a word with an ellipsis behind it.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = text.LastIndexOfAny([' ', '\n'], length - 1);
        // One endless word is cut through, but never through one character.
        if (end < length / 2)
            end = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return text[..end].TrimEnd(' ', '\n', ',', ';', ':', '-', '–', '.', '(') + "…";
    }

    /// <summary>The first sentence on one line; with the next one when it is only a few words.</summary>
    public static string FirstSentence(string text)
    {
        var end = EndOfSentence(text, 0);
        if (end < ShortSentence && end < text.Length)
            end = EndOfSentence(text, end);
        return text[..end].ReplaceLineEndings(" ").Trim();
    }

    /// <summary>The texts that say something, as paragraphs, no longer than a text of the catalogue may be.</summary>
    public static string Body(params ReadOnlySpan<string> texts)
    {
        var body = new StringBuilder();
        foreach (var text in texts)
        {
            if (text.Length > 0)
                body.Append(body.Length > 0 ? "\n\n" : "").Append(text);
        }

        return Cut(body.ToString(), Solution.TextLength);
    }

    /// <summary>The title as it is compared: lower case, letters and digits, single spaces. Empty when it has neither.</summary>
    public static string TitleKey(string title)
    {
        var key = new StringBuilder(title.Length);
        foreach (var letter in Fold.Text(title))
        {
            if (char.IsLetterOrDigit(letter))
                key.Append(letter);
            else if (letter is not ('\'' or '’' or '‘' or '`') && key.Length > 0 && key[^1] != ' ')
                key.Append(' ');
        }

        return key.ToString().TrimEnd();
    }

    private static int EndOfSentence(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (text[at] == '\n' && at > from)
                return at;
            if (text[at] is '.' or '!' or '?' && EndsHere(text, at))
                return at + 1;
        }

        return text.Length;
    }

    private static bool EndsHere(string text, int at)
    {
        if (at + 1 == text.Length)
            return true;
        if (!char.IsWhiteSpace(text[at + 1]) || (at + 2 < text.Length && char.IsLower(text[at + 2])))
            return false;
        var start = at;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]))
            start--;
        var word = text.AsSpan(start, at - start).TrimStart('(').ToString();
        return text[at] != '.' || (word.Length > 1 && !word.Contains('.', StringComparison.Ordinal) && !Abbreviations.Contains(word));
    }
}
