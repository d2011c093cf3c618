using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Parelmuur.Design;

/// <summary>On any HTML element: the language of text that people wrote. Says so only when the page has another language.</summary>
[HtmlTargetElement("p", Attributes = Name)]
[HtmlTargetElement("div", Attributes = Name)]
[HtmlTargetElement("span", Attributes = Name)]
[HtmlTargetElement("a", Attributes = Name)]
[HtmlTargetElement("li", Attributes = Name)]
[HtmlTargetElement("td", Attributes = Name)]
[HtmlTargetElement("strong", Attributes = Name)]
[HtmlTargetElement("section", Attributes = Name)]
public sealed class ContentLangTagHelper : TagHelper
{
    private const string Name = "content-lang";

    /// <summary>The language: "nl".</summary>
    public string ContentLang { get; set; } = "nl";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ContentLang != PageHead.Language)
            output.Attributes.SetAttribute("lang", ContentLang);
    }
}
