using AngleSharp.Html.Dom;

namespace Parelmuur.Architecture.Tests.Access;

/// <summary>The elements and attributes that the pages of the site are made of, to see when a text becomes one of them.</summary>
internal sealed class Markup
{
    private readonly HashSet<string> elements = new(StringComparer.Ordinal), attributes = new(StringComparer.Ordinal) { "aria-invalid", "open" };
    private readonly HashSet<string> scripts = new(StringComparer.Ordinal);

    /// <summary>Learns what a page holds before anybody was naughty.</summary>
    public void Learn(IHtmlDocument page)
    {
        foreach (var element in page.All)
        {
            elements.Add(element.LocalName);
            attributes.UnionWith(element.Attributes.Select(each => each.LocalName));
            if (element is IHtmlScriptElement script)
                scripts.Add(script.Source ?? "");
        }
    }

    /// <summary>What on a page came from a text; nothing when all is well.</summary>
    public IEnumerable<string> Strange(IHtmlDocument page) => page.All.SelectMany(element => new[]
    {
        elements.Contains(element.LocalName) ? null : $"<{element.LocalName}>",
        element is IHtmlScriptElement script && !scripts.Contains(script.Source ?? "") ? $"script {script.Source}" : null,
        element.Attributes.FirstOrDefault(each => !attributes.Contains(each.LocalName)) is { } attribute
            ? $"{element.LocalName} {attribute.LocalName}=" : null,
        element.GetAttribute("href") is { } link && IsCode(link) ? $"link {link}" : null,
        element.GetAttribute("action") is { } action && IsCode(action) ? $"form {action}" : null,
    }).OfType<string>();

    private static bool IsCode(string link) => link.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
        || link.TrimStart().StartsWith("data:text", StringComparison.OrdinalIgnoreCase);
}
