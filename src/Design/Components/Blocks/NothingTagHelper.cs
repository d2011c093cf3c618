using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>Nothing was found: an empty hexagon, the fact, and the ways on as content.</summary>
[HtmlTargetElement("nl-nothing")]
public sealed class NothingTagHelper(Words words) : TagHelper
{
    /// <summary>The fact, in Dutch: "We vonden niets dat hierop lijkt".</summary>
    public string Title { get; set; } = "We vonden niets dat hierop lijkt";

    /// <summary>The level of the heading; the page's own heading when nothing is all there is.</summary>
    public int Level { get; set; } = 2;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Become(new Markup()
            .Add($"<section class=\"pm-niets\"><svg viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\"><use href=\"#fase-0\"/></svg>")
            .Add($"<div class=\"pm-stapel\"><h{Level} class=\"utrecht-heading-{Level}\">{words[Title]}</h{Level}>{content}</div></section>"));
    }
}
