using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Parelmuur.Kernel.Text;

/// <summary>The fixed texts on the screen. The Dutch text is the key; English stands beside it in <c>Resources/en.json</c>.</summary>
/// <remarks>
/// The language is <see cref="CultureInfo.CurrentUICulture"/>, set per request: Dutch, or English under <c>/en</c>.
/// A text without translation shows in Dutch; a test finds it.
/// </remarks>
public sealed class Words
{
    private readonly FrozenDictionary<string, string> english;

    /// <param name="assemblies">The modules whose embedded <c>Resources/en.json</c> is read.</param>
    public Words(IEnumerable<Assembly> assemblies) =>
        english = assemblies.SelectMany(English).GroupBy(pair => pair.Key).ToFrozenDictionary(
            group => group.Key, group => group.First().Value);

    /// <summary>Whether the reader chose English.</summary>
    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>The text in the reader's language.</summary>
    public string this[string dutch] => IsEnglish && english.TryGetValue(dutch, out var text) ? text : dutch;

    /// <summary>The text in the reader's language with values at {0}, {1}, …, written as that language writes them.</summary>
    public string this[string dutch, params object?[] values] =>
        string.Format(CultureInfo.CurrentCulture, this[dutch], values);

    /// <summary>The text for one, or the text for more, with the number at {0} and other values at {1}, {2}, …</summary>
    public string Count(int number, string one, string more, params object?[] others) =>
        this[number == 1 ? one : more, [number, .. others]];

    /// <summary>Month and year as people say them: "oktober 2026".</summary>
    public static string Month(DateOnly date) => date.ToString("MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>A day as people say it: "8 augustus 2026".</summary>
    public static string Day(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    private static Dictionary<string, string> English(Assembly assembly)
    {
        using var file = assembly.GetManifestResourceStream($"{assembly.GetName().Name}.Resources.en.json");
        return file is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(file) ?? [];
    }
}
