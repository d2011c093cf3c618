using System.Globalization;

namespace Parelmuur.Kernel.Files;

/// <summary>Names of files: safe to show and to save under, with an ending that tells the truth.</summary>
internal static class FileName
{
    private const string Forbidden = "<>:\"/\\|?*";

    /// <summary>The name without path, without signs that deceive, and with an ending of its kind.</summary>
    public static string Clean(string? name, FileKind kind)
    {
        var last = (name ?? "").Normalize().Split('/', '\\')[^1];
        var signs = last.Where(sign => !IsHidden(sign)).Select(sign => Forbidden.Contains(sign, StringComparison.Ordinal) ? '-' : sign);
        var clean = string.Join(' ', string.Concat(signs).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ');
        var ending = kind.EndingOf(clean);
        var stem = clean.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? clean[..^ending.Length] : clean;
        stem = Shorten(stem, StoredFile.NameLength - ending.Length).TrimEnd('.', ' ');
        return (stem.Length == 0 ? "bestand" : stem) + ending;
    }

    // Also the signs that turn the reading direction around: "gnp.exe" would look like "exe.png".
    private static bool IsHidden(char sign) => char.GetUnicodeCategory(sign)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse;

    private static string Shorten(string text, int length) => text.Length <= length ? text : text[..length];
}
