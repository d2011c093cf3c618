using System.Runtime.CompilerServices;
using System.Globalization;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Search.Analysis;

/// <summary>Folds a word as <see cref="Fold.Text"/> does, without making strings on the way.</summary>
internal static class Folding
{
    /// <summary>Beyond so many characters a word is cut off.</summary>
    public const int LongestWord = 100;

    /// <summary>No letter folds to more than two.</summary>
    public const int MostPerLetter = 2;

    private const char SoftHyphen = '\u00AD';

    // Latin with diacritics: enough for every language around; the rest takes the slow road below.
    private static readonly string[] Latin = [.. Enumerable.Range(0, 0x180).Select(letter => One((char)letter))];

    /// <summary>Writes the folded word and returns its length. Hyphens, soft hyphens and points between letters are left out.</summary>
    /// <param name="word">One word as written, of which the first <see cref="LongestWord"/> characters count.</param>
    /// <param name="folded">Room for <see cref="MostPerLetter"/> times as many.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Word(ReadOnlySpan<char> word, Span<char> folded)
    {
        var length = 0;
        foreach (var letter in word.Length > LongestWord ? word[..LongestWord] : word)
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                folded[length++] = char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter;
            }
            else if (letter == '.' && length > 0 && char.IsAsciiDigit(folded[length - 1]))
            {
                folded[length++] = letter;
            }
            else
            {
                foreach (var other in letter < Latin.Length ? Latin[letter] : One(letter))
                    folded[length++] = other;
            }
        }

        return length;
    }

    /// <summary>The marks that people use as an apostrophe.</summary>
    public static bool IsApostrophe(char letter) => letter is '\'' or '’' or '‘' or '`' or '´' or 'ʼ';

    /// <summary>The short dashes that join words.</summary>
    public static bool IsHyphen(char letter) => letter is '-' or '\u2010' or '\u2011';

    /// <summary>Letters, digits, and what invisibly belongs to them.</summary>
    public static bool IsWord(char letter) =>
        char.IsAsciiLetterOrDigit(letter) || (letter > 127 && (char.IsLetterOrDigit(letter) || IsInvisible(letter)));

    private static bool IsInvisible(char letter) =>
        letter == SoftHyphen || (letter >= 0x300 &&
            char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format);

    private static string One(char letter) => letter switch
    {
        _ when IsApostrophe(letter) => "'",
        '-' or '.' or SoftHyphen or '\u2010' or '\u2011' => "",
        _ when char.GetUnicodeCategory(letter) is UnicodeCategory.Format => "",
        _ when char.IsSurrogate(letter) => "",
        _ => Fold.Text(letter.ToString()) is { Length: <= MostPerLetter } folded ? folded : "",
    };
}
