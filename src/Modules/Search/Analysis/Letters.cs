namespace Parelmuur.Search.Analysis;

/// <summary>The kinds of letters that Dutch spelling turns on. Diacritics do not change the kind.</summary>
internal static class Letters
{
    public static bool IsE(char letter) => letter is 'e' or 'ë' or 'é' or 'è' or 'ê';

    public static bool IsAou(char letter) => letter is
        'a' or 'ä' or 'á' or 'à' or 'â' or 'o' or 'ö' or 'ó' or 'ò' or 'ô' or 'u' or 'ü' or 'ú' or 'ù' or 'û';

    public static bool IsAiou(char letter) => letter is 'i' or 'ï' or 'í' or 'ì' or 'î' || IsAou(letter);

    public static bool IsAeiou(char letter) => IsE(letter) || IsAiou(letter);

    public static bool IsVowel(char letter) => letter == 'y' || IsAeiou(letter);

    /// <summary>Vowels, and the consonants that are never doubled.</summary>
    public static bool IsVowelOrWx(char letter) => letter is 'w' or 'x' || IsVowel(letter);
}
