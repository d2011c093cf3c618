namespace Parelmuur.Search.Analysis;

/// <summary>Brings a Dutch word back to its stem, as the Dutch stemmer of Snowball 3 does.</summary>
/// <remarks>
/// The algorithm is that of Kraaij and Pohlmann: endings come off in four rounds, then the "ge" of a participle, in
/// front or inside, and at last the spelling is evened out ("hav" becomes "haf"). Tests compare it with all official
/// pairs. A stem need not be a word; the forms of one word share it.
/// </remarks>
internal static class Stemmer
{
    /// <summary>How much longer a word may become on the way.</summary>
    public const int Growth = 8;

    /// <summary>The stem of a word in lower case; diacritics may be there or not.</summary>
    public static string Stem(string word)
    {
        Span<char> letters = stackalloc char[word.Length <= 120 ? 128 : word.Length + Growth];
        word.CopyTo(letters);
        var length = Stem(letters, word.Length);
        return letters[..length].SequenceEqual(word) ? word : letters[..length].ToString();
    }

    /// <summary>Stems in place and returns the length of the stem.</summary>
    /// <param name="letters">The word, with <see cref="Growth"/> letters of room behind it.</param>
    /// <param name="length">The length of the word.</param>
    private static int Stem(Span<char> letters, int length)
    {
        var word = new StemWord(letters, length);
        word.Measure();

        var stemmed = StemEndings.Plural(ref word);
        stemmed |= StemEndings.Inflection(ref word);
        stemmed |= StemEndings.Noun(ref word);
        stemmed |= StemEndings.Adjective(ref word);

        if (word.LosePrefix())
        {
            stemmed = true;
            StemEndings.Participle(ref word);
        }

        if (word.LoseInfix())
        {
            stemmed = true;
            StemEndings.Participle(ref word);
        }

        if (StemEndings.FinalT(ref word) || stemmed)
            StemEndings.Spelling(ref word);
        return word.Length;
    }
}
