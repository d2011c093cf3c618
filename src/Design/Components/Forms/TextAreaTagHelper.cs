using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>A question with a long answer.</summary>
[HtmlTargetElement("nl-text-area")]
public sealed class TextAreaTagHelper(Words words) : Field(words)
{
    /// <summary>The height, in lines of text.</summary>
    public int Rows { get; set; } = 4;

    /// <inheritdoc />
    // Browsers drop the first line break of a text area, so one is put before the text.
    public override void Process(TagHelperContext context, TagHelperOutput output) => Render(output, Markup.Of(
        $"<textarea class=\"utrecht-textarea\" rows=\"{Rows}\"{ControlAttributes(output)}>\n{Current}</textarea>"));
}
