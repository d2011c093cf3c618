namespace Parelmuur.Search.Analysis;

/// <summary>A word while it is being stemmed. Places are counted from its end, so 0 is the end itself.</summary>
internal ref struct StemWord(Span<char> letters, int length)
{
    private readonly Span<char> letters = letters;
    private int first;
    private int second;

    /// <summary>The number of letters left.</summary>
    public int Length { get; private set; } = length;

    private readonly ReadOnlySpan<char> Text => letters[..Length];

    /// <summary>Finds the two regions: behind the first, and behind the second group of vowels with its consonant.</summary>
    public void Measure()
    {
        (first, second) = (Length, Length);
        if (!PassSyllable(0, out var at))
            return;
        first = at;
        if (PassSyllable(at, out at))
            second = at;
    }

    /// <summary>Whether the word has this ending.</summary>
    public readonly bool Ends(ReadOnlySpan<char> ending) => Text.EndsWith(ending, StringComparison.Ordinal);

    /// <summary>Whether what precedes the last letters has this ending.</summary>
    public readonly bool EndsBefore(int last, ReadOnlySpan<char> ending) =>
        last <= Length && Text[..^last].EndsWith(ending, StringComparison.Ordinal);

    /// <summary>Whether the word without its last letters is exactly this.</summary>
    public readonly bool IsBefore(int last, ReadOnlySpan<char> start) =>
        last <= Length && Text[..^last].SequenceEqual(start);

    /// <summary>Whether the last letters lie behind the first syllable.</summary>
    public readonly bool InFirst(int last) => first <= Length - last;

    /// <summary>Whether the last letters lie behind the second syllable.</summary>
    public readonly bool InSecond(int last) => second <= Length - last;

    /// <summary>Whether a vowel, or "ij", precedes the last letters.</summary>
    public readonly bool VowelBefore(int last) =>
        (Length > last && Letters.IsVowel(letters[Length - last - 1])) || EndsBefore(last, "ij");

    /// <summary>Whether a consonant precedes the last letters; the j of "ij" is none.</summary>
    public readonly bool ConsonantBefore(int last) =>
        Length > last && !Letters.IsVowel(letters[Length - last - 1]) && !EndsBefore(last, "ij");

    /// <summary>Whether a vowel, or "ij", stands one letter before the last letters: the "ei" of "eitje".</summary>
    public readonly bool LongSyllableBefore(int last) => Length > last && VowelBefore(last + 1);

    /// <summary>Whether the word ends in the same consonant twice.</summary>
    public readonly bool EndsDouble =>
        Length > 1 && letters[Length - 1] == letters[Length - 2] &&
        char.IsAsciiLetterLower(letters[Length - 1]) && !Letters.IsVowel(letters[Length - 1]);

    /// <summary>Puts something, or nothing, in the place of the last letters.</summary>
    public bool Replace(int last, scoped ReadOnlySpan<char> ending = default)
    {
        Length -= last;
        ending.CopyTo(letters[Length..]);
        Length += ending.Length;
        return true;
    }

    /// <summary>Writes the last vowel double where the spelling asks for it: "betal" becomes "betaal".</summary>
    /// <returns>Always true, so that it can close a rule.</returns>
    public bool Lengthen()
    {
        if (Length < 2 || Letters.IsVowelOrWx(letters[Length - 1]))
            return true;
        var vowel = letters[Length - 2];
        var consonant = letters[Length - 1];
        if (vowel == 'ë' && EndsBefore(2, "e"))
            return Replace(1, ['e', consonant]);
        if (vowel == 'ë' && EndsBefore(2, "i"))
            return Replace(2, ['e', 'e', consonant]);
        if (Letters.IsAou(vowel) ? !AnyVowelAt(Length - 3) : Letters.IsE(vowel) && vowel != 'ë' && IsLongE())
            return Replace(1, [vowel, consonant]);
        return true;
    }

    /// <summary>Takes off "ge" at the start of a participle.</summary>
    public bool LosePrefix()
    {
        if (!Text.StartsWith("ge", StringComparison.Ordinal) || !IsStemFrom(2))
            return false;
        var rest = Text[2..];
        var isVali = rest.StartsWith("vali", StringComparison.Ordinal);
        if (!isVali && Exceptions.Any(rest))
            return false;
        Remove(0, isVali ? 4 : 0);
        return true;
    }

    /// <summary>Takes out the first "ge" inside the word: "aangelegd".</summary>
    public bool LoseInfix()
    {
        var at = Length > 1 ? Text[1..].IndexOf("ge", StringComparison.Ordinal) + 1 : 0;
        if (at == 0 || !IsStemFrom(at + 2))
            return false;
        Remove(at, 0);
        return true;
    }

    private void Remove(int at, int skip)
    {
        letters[(at + 2)..Length].CopyTo(letters[at..]);
        Length -= 2;
        at += skip;
        if (at < Length)
            letters[at] = letters[at] switch { 'ë' => 'e', 'ï' => 'i', var letter => letter };
        Measure();
    }

    /// <summary>Whether at least three letters follow, with something after their first vowels.</summary>
    private readonly bool IsStemFrom(int at)
    {
        if (Length - at < 3)
            return false;
        while (at < Length && PassVowel(at) == 0)
            at++;
        var start = at;
        while (PassVowel(at) is > 0 and var vowel)
            at += vowel;
        return at > start && at < Length;
    }

    private readonly bool PassSyllable(int start, out int end)
    {
        end = start;
        while (end < Length && !Letters.IsVowel(letters[end]))
            end++;
        var vowels = end;
        while (PassVowel(end) is > 0 and var vowel)
            end += vowel;
        return end > vowels && end++ < Length;
    }

    private readonly int PassVowel(int at)
    {
        if (at < Length - 1 && letters[at] == 'i' && letters[at + 1] == 'j')
            return 2;
        return at < Length && Letters.IsVowel(letters[at]) ? 1 : 0;
    }

    private readonly bool AnyVowelAt(int at) => at >= 0 && Letters.IsAeiou(letters[at]);

    /// <summary>An e is long after a consonant, unless what stands before that tells otherwise.</summary>
    private readonly bool IsLongE()
    {
        var at = Length - 3;
        if (at < 0)
            return true;
        if (Letters.IsAeiou(letters[at]))
            return false;
        if (at == 0)
            return true;
        var before = letters[at - 1];
        if (Letters.IsAiou(before) || (Letters.IsE(before) && at == 1))
            return false;
        return at < 3 || !Letters.IsAiou(letters[at - 2]) || Letters.IsAeiou(letters[at - 3]);
    }
}

/// <summary>Words that start with "ge" without being a participle: geeft, geval, gevaar, gevaren.</summary>
file static class Exceptions
{
    public static bool Any(ReadOnlySpan<char> rest) =>
        rest.StartsWith("eft", StringComparison.Ordinal) || rest.StartsWith("val", StringComparison.Ordinal) ||
        rest.StartsWith("vaa", StringComparison.Ordinal) || rest.StartsWith("vare", StringComparison.Ordinal);
}
