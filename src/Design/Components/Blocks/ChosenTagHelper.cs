using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>The filters that are on, each a link that takes it off.</summary>
[HtmlTargetElement("nl-chosen")]
public sealed class ChosenTagHelper(Words words) : TagHelper
{
    /// <summary>The filters; the address is the page without it.</summary>
    public IReadOnlyList<NamedLink> Filters { get; set; } = [];

    /// <summary>The page without any filter.</summary>
    public string? ClearUrl { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Filters.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.Become(new Markup()
            .Add($"<ul class=\"pm-gekozen\" aria-label=\"{words["Gekozen filters"]}\">")
            .AddEach(Filters, (html, filter) => html.Add(
                $"<li><a href=\"{filter.Url}\"><span class=\"pm-verberg\">{words["Haal weg:"]} </span>{words[filter.Text]} <span aria-hidden=\"true\">×</span></a></li>"))
            .AddIf(ClearUrl is not null && Filters.Count > 1, $"<li><a class=\"pm-gekozen__wis\" href=\"{ClearUrl}\">{words["Haal alles weg"]}</a></li>")
            .Add($"</ul>"));
    }
}
