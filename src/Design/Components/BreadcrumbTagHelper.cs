using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>The way back: links to the pages above this one. Stands in the section "Breadcrumb" of a page.</summary>
/// <example><c>&lt;nl-breadcrumb items='[new("De muur", "~/muur")]' current="@Model.Title" /&gt;</c></example>
[HtmlTargetElement("nl-breadcrumb")]
public sealed class BreadcrumbTagHelper(Words words, IUrlHelperFactory urls) : TagHelper
{
    /// <summary>The page to draw on.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <summary>The pages above this one, highest first.</summary>
    public IReadOnlyList<Crumb> Items { get; set; } = [];

    /// <summary>This page, as it is called here.</summary>
    public string Current { get; set; } = "";

    /// <summary>The language of <see cref="Current"/> when it differs from the page.</summary>
    public string? ContentLang { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var url = urls.GetUrlHelper(View);
        output.Become(new Markup()
            .Add($"<nav class=\"utrecht-breadcrumb-nav pm-binnen\" aria-label=\"{words["Kruimelpad"]}\"><ol>")
            .AddEach(Items, (html, crumb) => html.Add(
                $"<li><a class=\"utrecht-link\" href=\"{url.Content(crumb.Url)}\">{words[crumb.Text]}</a></li>"))
            .Add($"<li aria-current=\"page\"{Language.Attribute(ContentLang)}>{words[Current]}</li></ol></nav>"));
    }
}

/// <summary>One step of the way back.</summary>
/// <param name="Text">The name of the page, in Dutch.</param>
/// <param name="Url">Its address; "~/" is the root.</param>
public sealed record Crumb(string Text, string Url);
