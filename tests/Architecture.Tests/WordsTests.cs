using System.Text.Json;
using System.Text.RegularExpressions;

namespace Parelmuur.Architecture.Tests;

/// <summary>Every fixed text on the screen has an English text beside it, and no translation is left over.</summary>
public sealed partial class WordsTests
{
    /// <summary>The folders with texts: Kernel, Design and each room.</summary>
    public static TheoryData<string> Folders => ["src/Kernel", "src/Design", .. House.Rooms.Select(room => $"src/Modules/{room}")];

    [Theory, MemberData(nameof(Folders))]
    public void DutchText_OnTheScreen_HasEnglish(string folder)
    {
        var english = English(folder).Keys.Concat(English("src/Design").Keys).ToHashSet();

        var missing = Source(folder)
            .SelectMany(text => Fixed().Matches(text).SelectMany(match => match.Groups["key"].Captures))
            .Select(capture => Unescape(capture.Value))
            .Where(key => !english.Contains(key) && Letter().IsMatch(Value().Replace(key, "")))
            .Distinct();

        Assert.Equal([], missing);
    }

    [Theory, MemberData(nameof(Folders))]
    public void EnglishText_BelongsToATextThatIsUsed(string folder)
    {
        var used = Source(folder)
            .SelectMany(text => Literal().Matches(text))
            .Select(match => Unescape(match.Groups["key"].Value))
            .ToHashSet();

        Assert.Equal([], English(folder).Keys.Where(key => !used.Contains(key)));
    }

    [Theory, MemberData(nameof(Folders))]
    public void EnglishText_HasTheSamePlacesForValues(string folder)
    {
        var wrong = English(folder).Where(pair =>
            !Places(pair.Key).SetEquals(Places(pair.Value)) || string.IsNullOrWhiteSpace(pair.Value));

        Assert.Equal([], wrong.Select(pair => pair.Key));
    }

    private static string Unescape(string literal) => literal.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal)
        .Replace("\\u00a0", "\u00a0", StringComparison.Ordinal);

    private static HashSet<string> Places(string text) =>
        [.. Place().Matches(text).Select(match => match.Groups["number"].Value)];

    private static Dictionary<string, string> English(string folder)
    {
        var path = Repository.Path($"{folder}/Resources/en.json");
        return File.Exists(path) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path))! : [];
    }

    private static IEnumerable<string> Source(string folder) =>
        House.Files(folder, "*.cs").Concat(House.Files(folder, "*.cshtml")).Select(House.Read);

    [GeneratedRegex(
        """\b(?:[Ww]ords|T)(?:\[\s*"(?<key>(?:[^"\\]|\\.)+)"|\.Count\([^"]*?"(?<key>(?:[^"\\]|\\.)+)"\s*,\s*"(?<key>(?:[^"\\]|\\.)+)")""")]
    private static partial Regex Fixed();

    [GeneratedRegex("""(?="(?<key>(?:[^"\\\n]|\\.)+)")""")]
    private static partial Regex Literal();

    // A text that is only a value, as "{0:N0}", has nothing to translate.
    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Value();

    [GeneratedRegex(@"\p{L}")]
    private static partial Regex Letter();

    [GeneratedRegex(@"\{(?<number>\d)")]
    private static partial Regex Place();
}
