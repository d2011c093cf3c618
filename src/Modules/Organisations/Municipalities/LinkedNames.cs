using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Organisations.Municipalities;

/// <summary>Sentences in which the names of municipalities are links to their pages.</summary>
internal sealed class LinkedNames(Words words, IUrlHelper url, Municipality? here = null)
{
    /// <summary>A translated sentence with {0}, {1} … for lists of names.</summary>
    public IHtmlContent Sentence(string dutch, params IReadOnlyList<Municipality>[] names)
    {
        var html = new Markup();
        var rest = words[dutch];
        while (rest.IndexOf('{', StringComparison.Ordinal) is var open and >= 0)
        {
            html.Add($"{rest[..open]}{List(names[rest[open + 1] - '0'])}");
            rest = rest[(open + "{0}".Length)..];
        }

        return html.Add($"{rest}");
    }

    /// <summary>"A, B en C".</summary>
    public IHtmlContent List(IReadOnlyList<Municipality> municipalities)
    {
        var html = new Markup();
        for (var index = 0; index < municipalities.Count; index++)
        {
            html.AddIf(index > 0 && index < municipalities.Count - 1, $", ")
                .AddIf(index > 0 && index == municipalities.Count - 1, $" {words["en"]} ")
                .Add($"{Name(municipalities[index])}");
        }

        return html;
    }

    // The page itself is no link: it would go nowhere.
    private Markup Name(Municipality municipality) => municipality.Id == here?.Id
        ? Markup.Of($"<strong>{municipality.Name}</strong>")
        : Markup.Of($"<a class=\"utrecht-link\" href=\"{url.Content("~" + municipality.Summary.Path)}\">{municipality.Name}</a>");
}
