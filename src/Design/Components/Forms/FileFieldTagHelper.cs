using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>A question whose answer is a file. The form needs <c>enctype="multipart/form-data"</c>.</summary>
[HtmlTargetElement("nl-file-field")]
public sealed class FileFieldTagHelper(Words words) : Field(words)
{
    /// <summary>The kinds of file, as in HTML: ".txt,.docx,.odt".</summary>
    public string? Accept { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => Render(output, new Markup()
        .Add($"<input class=\"pm-bestand\" type=\"file\"").AddIf(Accept is not null, $" accept=\"{Accept}\"").Add($"{ControlAttributes(output)}>"));
}
