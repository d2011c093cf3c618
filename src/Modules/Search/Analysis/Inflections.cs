namespace Parelmuur.Search.Analysis;

/// <summary>Finds the word in the lexicon that an inflected form belongs to.</summary>
internal static class Inflections
{
    private const int Longest = 100;

    /// <summary>The role of the word that this is a plural or another inflected form of.</summary>
    public static WordRole Role(Lexicon lexicon, ReadOnlySpan<char> form)
    {
        if (form.Length < 4 || form.Length > Longest)
            return WordRole.None;
        if (form.EndsWith("en", StringComparison.Ordinal))
            return OfPlural(lexicon, form);
        return form[^1] switch
        {
            's' => lexicon[form[..^1]],
            'e' => WithoutEnding(lexicon, form, 1),
            _ => WordRole.None,
        };
    }

    /// <summary>The role of the word that this is the plural on -en of: straten, wetten, brieven, categorieen.</summary>
    public static WordRole OfPlural(Lexicon lexicon, ReadOnlySpan<char> plural) =>
        plural.EndsWith("heden", StringComparison.Ordinal)
            ? Replaced(lexicon, plural, 3, "id")
            : lexicon[plural[..^1]] | WithoutEnding(lexicon, plural, 2);

    private static WordRole WithoutEnding(Lexicon lexicon, ReadOnlySpan<char> form, int ending)
    {
        var rest = form[..^ending];
        if (rest.Length < 3)
            return WordRole.None;
        var last = rest[^1];
        if (last == rest[^2] && !IsVowel(last))
            return lexicon[rest[..^1]];
        if (lexicon[rest] is not WordRole.None and var role)
            return role;
        if (IsVowel(last))
            return WordRole.None;
        var final = last switch { 'v' => 'f', 'z' => 's', _ => last };
        if (final != last && Replaced(lexicon, rest, 1, [final]) is not WordRole.None and var hardened)
            return hardened;
        return IsVowel(rest[^2]) && !IsVowel(rest[^3])
            ? Replaced(lexicon, rest, 1, [rest[^2], final])
            : WordRole.None;
    }

    private static WordRole Replaced(Lexicon lexicon, ReadOnlySpan<char> form, int last, ReadOnlySpan<char> ending)
    {
        Span<char> word = stackalloc char[Longest + 2];
        var length = form.Length - last;
        form[..length].CopyTo(word);
        ending.CopyTo(word[length..]);
        return lexicon[word[..(length + ending.Length)]];
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
