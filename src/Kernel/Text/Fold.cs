using System.Globalization;
using System.Text;

namespace Parelmuur.Kernel.Text;

/// <summary>Text as it is compared and sorted: lower case, without diacritics.</summary>
/// <remarks>Both databases sort binary, so lists are ordered by a stored folded column.</remarks>
public static class Fold
{
    /// <summary>Folds case and diacritics: "Súdwest-Fryslân" becomes "sudwest-fryslan". Other characters stay.</summary>
    public static string Text(string text)
    {
        if (IsFolded(text))
            return text;
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
                continue;
            switch (char.ToLowerInvariant(letter))
            {
                case 'ø': folded.Append('o'); break;
                case 'ß': folded.Append("ss"); break;
                case 'æ': folded.Append("ae"); break;
                case 'œ': folded.Append("oe"); break;
                case 'ĳ': folded.Append("ij"); break;
                case 'ı': folded.Append('i'); break;
                case 'ł': folded.Append('l'); break;
                case var other: folded.Append(other); break;
            }
        }

        return folded.ToString();
    }

    /// <summary>The key that puts Dutch names in the order of a list: "'s-Gravenhage" sorts under g.</summary>
    public static string SortKey(string name)
    {
        var folded = Text(name).Replace('’', '\'');
        return folded.StartsWith("'s-", StringComparison.Ordinal) || folded.StartsWith("'t ", StringComparison.Ordinal)
            ? folded[3..]
            : folded;
    }

    private static bool IsFolded(string text)
    {
        foreach (var letter in text)
        {
            if (letter > 127 || char.IsAsciiLetterUpper(letter))
                return false;
        }

        return true;
    }
}
