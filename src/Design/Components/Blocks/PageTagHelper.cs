using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Parelmuur.Design;

/// <summary>The body of an ordinary page: its width and its rhythm.</summary>
[HtmlTargetElement("nl-page")]
public sealed class PageTagHelper : TagHelper
{
    /// <summary>Whether the blocks stand far apart, as on a page with many of them.</summary>
    public bool Wide { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.AddClasses("pm-binnen", "pm-vlak", Wide ? "pm-stapel--wijd" : "pm-stapel");
    }
}
