using System.Runtime.CompilerServices;
using System.Text;

namespace Parelmuur.Search.Analysis;

/// <summary>Reads the words of a Hunspell word list with what its flags say about compounds.</summary>
/// <remarks>
/// The flags are pairs of letters; the Dutch affix file gives them their meaning. Names, abbreviations, forbidden words
/// and words with a hyphen or apostrophe are passed over: they do not take part in compounds written as one word.
/// Reading happens once, at start, and would be over before the compiler thought of optimising it; hence the attributes.
/// </remarks>
internal static class HunspellWords
{
    private const int LongestWord = 100;
    private const int ShortestNoun = 5;

    /// <summary>Adds the words of a list in UTF-8, one on a line: "fiets/CaCc".</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Read(ReadOnlySpan<byte> list, LexiconBuilder words)
    {
        Span<char> letters = stackalloc char[LongestWord];
        Span<char> folded = stackalloc char[LongestWord * Folding.MostPerLetter];
        while (!list.IsEmpty)
        {
            var end = list.IndexOf((byte)'\n');
            var line = end < 0 ? list : list[..end];
            list = list[(end < 0 ? list.Length : end + 1)..];
            var slash = line.IndexOf((byte)'/');
            var bytes = slash < 0 ? line : line[..slash];
            if (bytes.Length is < 2 or > LongestWord || char.IsAsciiLetterUpper((char)bytes[0]))
                continue;
            var word = letters[..Encoding.UTF8.GetChars(bytes, letters)];
            var role = slash < 0 ? WordRole.Word : Role(line[(slash + 1)..]);
            if (word.Length < ShortestNoun)
                role &= ~WordRole.Noun;
            if (role != WordRole.None && IsLower(word))
                words.Add(folded[..Folding.Word(word, folded)], role);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsLower(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (!char.IsLower(letter))
                return false;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static WordRole Role(ReadOnlySpan<byte> flags)
    {
        var role = WordRole.Word;
        for (; flags.Length > 1; flags = flags[2..])
        {
            switch ((char)flags[0], (char)flags[1])
            {
                case ('F', 'w'):
                    return WordRole.None;
                case ('C', 'a' or 'b' or 'A' or 'B' or 'e'):
                    role |= WordRole.Begin;
                    break;
                case ('C', 'c'):
                    role |= WordRole.End;
                    break;
                case ('C', 'h'):
                    role |= WordRole.BeginWithS;
                    break;
                case ('C', 'd'):
                    role |= WordRole.BeginWithS | WordRole.End;
                    break;
                case ('Z', 'b' or 'd' or 'e' or 'f' or 'g' or 'h' or 'j'):
                    role |= WordRole.BeginAsPlural | WordRole.Noun;
                    break;
                case ('Z', 'a' or 'c' or 'u' or 'x'):
                    role |= WordRole.Noun;
                    break;
            }
        }

        return role;
    }
}
