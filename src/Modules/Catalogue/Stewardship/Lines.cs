using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Catalogue.Stewardship;

/// <summary>Short lists as people type them: one a line, and with a bar between two parts.</summary>
internal static class Lines
{
    private const int MaxLines = 40;

    /// <summary>A list as it stands in a text area.</summary>
    public static string Of<T>(IEnumerable<T> list, Func<T, string> line) => string.Join('\n', list.Select(line));

    /// <summary>A text as it is kept: line ends are one sign, and signs that nobody can see are left out.</summary>
    public static string Clean(string? typed) => typed is null ? "" : string.Concat(
        typed.ReplaceLineEndings("\n").Where(sign => sign is '\n' or '\t' || !char.IsControl(sign))).Trim();

    /// <summary>The lines that hold something.</summary>
    public static IReadOnlyList<string> Texts(string? typed) => Clean(typed).Split(
        '\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Figures: "61% | neemt op".</summary>
    /// <exception cref="RuleViolation">A line has no bar.</exception>
    public static IReadOnlyList<Figure> Figures(string? typed) =>
        [.. Pairs(typed, nameof(Figures), "Zet op elke regel een getal, een streepje | en wat het getal betekent.")
            .Select(pair => new Figure(pair.First, pair.Second))];

    /// <summary>Links: "Het blad | https://…".</summary>
    /// <exception cref="RuleViolation">A line has no bar, or no address of the web.</exception>
    public static IReadOnlyList<Link> Links(string? typed) =>
        [.. Pairs(typed, nameof(Links), "Zet op elke regel een naam, een streepje | en een adres dat met https:// begint.")
            .Select(pair => new Link(pair.First, pair.Second)).Select(link => IsOfTheWeb(link.Url)
                ? link
                : throw new RuleViolation(nameof(Links), "Zet op elke regel een naam, een streepje | en een adres dat met https:// begint."))];

    private static IEnumerable<(string First, string Second)> Pairs(string? typed, string field, string message)
    {
        var lines = Texts(typed);
        if (lines.Count > MaxLines)
            throw new RuleViolation(field, "Maak deze lijst korter: hoogstens 40 regels.");
        return lines.Select(line => line.LastIndexOf('|') is > 0 and var bar && bar < line.Length - 1
            ? (line[..bar].Trim(), line[(bar + 1)..].Trim())
            : throw new RuleViolation(field, message));
    }

    /// <summary>Whether it is an address that a link may lead to.</summary>
    public static bool IsOfTheWeb(string url) =>
        url.Length <= Solution.UrlLength && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";
}
