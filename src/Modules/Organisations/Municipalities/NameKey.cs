using System.Text;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Organisations.Municipalities;

/// <summary>The form in which two spellings of one name are equal: "Gem. Krimpen a/d IJssel" and "Krimpen aan den IJssel".</summary>
internal static class NameKey
{
    /// <summary>Letters and digits in lower case without diacritics, single spaces between the words.</summary>
    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length + 1);
        foreach (var letter in Fold.Text(name.Replace("&", " en ", StringComparison.Ordinal)))
        {
            if (char.IsLetterOrDigit(letter))
                key.Append(letter);
            // "N.H." is "NH" and "'s-" is "s", but a point or quote never joins two words.
            else if (letter is not ('.' or '\'' or '’' or '‘' or '`') && key.Length > 0 && key[^1] != ' ')
                key.Append(' ');
        }

        return Respell(key.ToString().TrimEnd());
    }

    /// <summary>The key without the word for municipality around it, and whether it was there.</summary>
    public static (string Key, bool SaysMunicipality) WithoutKind(string key)
    {
        foreach (var before in (ReadOnlySpan<string>)["de gemeente ", "gemeente ", "gem "])
        {
            if (key.StartsWith(before, StringComparison.Ordinal))
                return (key[before.Length..], true);
        }

        const string After = " gemeente";
        return key.EndsWith(After, StringComparison.Ordinal) ? (key[..^After.Length], true) : (key, false);
    }

    private static string Respell(string key)
    {
        var words = $" {key} ";
        foreach (var (written, meant) in (ReadOnlySpan<(string, string)>)
            [(" st ", " sint "), (" aan den ", " ad "), (" aan de ", " ad "), (" a d ", " ad ")])
        {
            words = words.Replace(written, meant, StringComparison.Ordinal);
        }

        return words.Trim();
    }
}
