using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Parelmuur.Design;

/// <summary>What a person wrote in Markdown: paragraphs, lists, emphasis, links and code; nothing else.</summary>
/// <remarks>This is the one place where the markup of a reader becomes HTML, see <see cref="SafeMarkdown"/>.</remarks>
[HtmlTargetElement("nl-markdown", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MarkdownTagHelper : TagHelper
{
    /// <summary>The text as it was typed.</summary>
    public string Text { get; set; } = "";

    /// <summary>The language of the text, when the page is in another one.</summary>
    public string? ContentLang { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClasses("pm-tekst", "pm-stapel", "pm-stapel--smal");
        if (ContentLang is not null && ContentLang != PageHead.Language)
            output.Attributes.SetAttribute("lang", ContentLang);
        output.Content.SetHtmlContent(SafeMarkdown.Html(Text));
    }
}
