using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>A question with a short answer.</summary>
/// <example><c>&lt;nl-text-field for="Form.Title" label="Hoe heet het?" hint="Kort en herkenbaar." /&gt;</c></example>
[HtmlTargetElement("nl-text-field")]
public sealed class TextFieldTagHelper(Words words) : Field(words)
{
    /// <summary>The kind of text: text, search, email, url, number, date, password. A password is never sent back.</summary>
    public string Type { get; set; } = "text";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => Render(output, Markup.Of(
        $"<input class=\"utrecht-textbox\" type=\"{Type}\" value=\"{(Type == "password" ? "" : Current)}\"{ControlAttributes(output)}>"));
}
