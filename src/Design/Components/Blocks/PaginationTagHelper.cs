using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>Where the reader is in a long list, with links to the other pages. Empty when there is one page.</summary>
[HtmlTargetElement("nl-pagination")]
public sealed class PaginationTagHelper(Words words) : TagHelper
{
    /// <summary>The pages.</summary>
    public Pagination Pages { get; set; } = new(1, 1, _ => "");

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (page, count, url) = Pages;
        if (count <= 1)
        {
            output.SuppressOutput();
            return;
        }

        var html = new Markup()
            .Add($"<nav class=\"pm-bladeren\" aria-label=\"{words["Bladeren"]}\"><p><strong>{words["Pagina {0} van {1}", page, count]}</strong></p><ul>")
            .AddIf(page > 1, $"<li><a class=\"utrecht-button utrecht-button--secondary-action\" rel=\"prev\" href=\"{url(page - 1)}\">{words["Vorige"]}</a></li>");
        var before = 0;
        foreach (var number in Near(page, count))
        {
            html.AddIf(number > before + 1, $"<li class=\"pm-bladeren__nummer\" aria-hidden=\"true\">…</li>")
                .Add($"<li class=\"pm-bladeren__nummer\"><a class=\"utrecht-link\" href=\"{url(number)}\"").AddIf(number == page, $" aria-current=\"page\"")
                .Add($"><span class=\"pm-verberg\">{words["Pagina"]} </span>{number}</a></li>");
            before = number;
        }

        output.Become(html
            .AddIf(page < count, $"<li><a class=\"utrecht-button utrecht-button--secondary-action\" rel=\"next\" href=\"{url(page + 1)}\">{words["Volgende"]}</a></li>")
            .Add($"</ul></nav>"));
    }

    /// <summary>The first, the last, and those around the current page.</summary>
    private static IEnumerable<int> Near(int page, int count) =>
        new[] { 1, page - 1, page, page + 1, count }.Where(number => number >= 1 && number <= count).Distinct();
}

/// <summary>A place in a long list.</summary>
/// <param name="Page">The page that shows, from 1.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Url">Gives the address of a page.</param>
public sealed record Pagination(int Page, int Count, Func<int, string> Url);
