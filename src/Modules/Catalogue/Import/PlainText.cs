using System.Net;
using System.Text;
using System.Globalization;
using Parelmuur.Catalogue.Import.Input;

namespace Parelmuur.Catalogue.Import;

/// <summary>Makes plain text of whatever stands in a field of an outside source.</summary>
internal static class PlainText
{
    /// <summary>The text without markup, script, control characters and invisible characters; entities are decoded.</summary>
    /// <param name="raw">As it stands in the source.</param>
    /// <param name="hadMarkup">Whether tags were taken out.</param>
    public static string Of(string? raw, out bool hadMarkup)
    {
        hadMarkup = false;
        if (string.IsNullOrEmpty(raw))
            return "";
        var text = Markup.Strip(raw, ref hadMarkup);
        if (text.Contains('&', StringComparison.Ordinal))
        {
            // Markup that was written with entities shows up only now.
            text = Markup.Strip(WebUtility.HtmlDecode(text), ref hadMarkup);
        }

        return Tidy(text);
    }

    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        var newLines = 0;
        var space = false;
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            if (letter is '\n' or '\u2028' or '\u2029')
            {
                newLines++;
            }
            else if (char.IsWhiteSpace(letter))
            {
                space = true;
            }
            else if (char.IsSurrogate(letter))
            {
                // Half a pair cannot be stored.
                if (index + 1 < text.Length && char.IsSurrogatePair(letter, text[index + 1]))
                {
                    Gap();
                    tidy.Append(letter).Append(text[++index]);
                }
            }
            else if (!IsInvisible(letter))
            {
                Gap();
                tidy.Append(letter);
            }
        }

        return tidy.ToString().Normalize(NormalizationForm.FormC);

        void Gap()
        {
            if (tidy.Length > 0 && newLines > 0)
                tidy.Append('\n', Math.Min(newLines, 2));
            else if (tidy.Length > 0 && space)
                tidy.Append(' ');
            (newLines, space) = (0, false);
        }
    }

    // Control characters, and the format characters that hide or turn around what a reader sees; U+FFFE and U+FFFF.
    private static bool IsInvisible(char letter) =>
        char.IsControl(letter) || letter >= '\uFFFE' || char.GetUnicodeCategory(letter) == UnicodeCategory.Format;
}
