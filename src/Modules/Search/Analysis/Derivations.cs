namespace Parelmuur.Search.Analysis;

/// <summary>Stems of other words made from the same word: aanvraag, aanvrager; selectie, selecteren; digitaal, digitaliseren.</summary>
/// <remarks>
/// These endings make new words, so unlike inflections they are no part of the stem. Which of the stems are words is for
/// others to tell. What is left has at least five letters: "werk" and "verkeer" are no family.
/// </remarks>
internal static class Derivations
{
    private const int ShortestRest = 5;

    // Longest first. The stems of verbs on -eren end in "eer" or "er".
    private static readonly string[] Endings =
    [
        "aliseer", "aliser", "isering", "isatie", "iseer", "iteit", "atief", "ering", "schap", "iser", "atie", "ator", "heid", "isch", "baar", "lijk",
        "eer", "aar", "eur", "ief", "aal", "ing", "er", "ie",
    ];

    /// <summary>The stems that may be of the same family, without this one.</summary>
    public static IEnumerable<string> Of(string stem)
    {
        var ending = Array.Find(Endings, ending => stem.EndsWith(ending, StringComparison.Ordinal) && stem.Length - ending.Length >= ShortestRest);
        var rest = Shortened(ending is null ? stem : stem[..^ending.Length]);
        if (rest.Length < ShortestRest)
            return [];
        var others = Endings.Select(other => rest + other);
        return (ending is null ? others : others.Append(rest).Append(Lengthened(rest)))
            .Where(other => !string.Equals(other, stem, StringComparison.Ordinal));
    }

    /// <summary>As before an ending: "aanvraag" is "aanvrag".</summary>
    private static string Shortened(string word) =>
        word.Length > 3 && word[^2] == word[^3] && IsVowel(word[^2]) && !IsVowel(word[^1]) ? word[..^2] + word[^1] : word;

    /// <summary>As at the end of a word: "aanvrag" is "aanvraag".</summary>
    private static string Lengthened(string rest) =>
        IsVowel(rest[^2]) && !IsVowel(rest[^1]) && !IsVowel(rest[^3]) ? $"{rest[..^1]}{rest[^2]}{rest[^1]}" : rest;

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'o' or 'u';
}
