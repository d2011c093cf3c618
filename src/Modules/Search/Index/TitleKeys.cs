using Parelmuur.Search.Analysis;

namespace Parelmuur.Search.Index;

/// <summary>A number for a title that does not change with case, diacritics and punctuation.</summary>
internal static class TitleKeys
{
    // FNV-1a, 64 bits.
    private const ulong Basis = 14695981039346656037, Prime = 1099511628211;

    public static ulong Of(ReadOnlySpan<char> title)
    {
        var key = Basis;
        Span<char> room = stackalloc char[Folding.LongestWord * Folding.MostPerLetter];
        foreach (var token in new Tokens(title))
        {
            if (token.Width > 1)
                continue;
            foreach (var letter in room[..Folding.Word(token.In(title), room)])
                key = (key ^ letter) * Prime;
            key = (key ^ ' ') * Prime;
        }

        return key == Basis ? 0 : key;
    }
}
