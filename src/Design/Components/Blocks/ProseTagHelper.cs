using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Parelmuur.Design;

/// <summary>A long text in one language, shown only to who reads that language. For pages of prose, written twice.</summary>
[HtmlTargetElement("nl-prose")]
public sealed class ProseTagHelper : TagHelper
{
    /// <summary>The language of the text: "nl" or "en".</summary>
    public string Language { get; set; } = "nl";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Language != PageHead.Language)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.Attributes.SetAttribute("class", "pm-lees pm-proza pm-stapel");
    }
}
