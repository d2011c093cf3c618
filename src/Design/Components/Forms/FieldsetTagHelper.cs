using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>Questions that belong together, under one legend.</summary>
[HtmlTargetElement("nl-fieldset")]
public sealed class FieldsetTagHelper(Words words) : TagHelper
{
    /// <summary>What the questions are about.</summary>
    public string Legend { get; set; } = "";

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Become(Markup.Of(
            $"<fieldset class=\"pm-vragen pm-stapel\"><legend class=\"utrecht-heading-3\">{words[Legend]}</legend>{content}</fieldset>"));
    }
}
