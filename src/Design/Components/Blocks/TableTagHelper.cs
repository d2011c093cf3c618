using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>A table that scrolls inside its own region when it is too wide. Its content is the head and the body.</summary>
/// <remarks>
/// Cells with numbers get the class <c>n</c>; the row of the reader's own municipality the class <c>wij</c>.
/// On a phone the cells of a table with many columns stand below each other, each after the name of its column.
/// </remarks>
[HtmlTargetElement("nl-table")]
public sealed class TableTagHelper(Words words) : TagHelper
{
    /// <summary>What the table is about, in Dutch.</summary>
    public string Caption { get; set; } = "";

    /// <summary>Whether a heading above already says it; then only a screen reader says it again.</summary>
    public bool CaptionHidden { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = new ColumnNames(await output.GetChildContentAsync());
        output.Become(new Markup()
            .Add($"<div class=\"pm-tabelvak\" tabindex=\"0\" role=\"region\" aria-label=\"{words["Tabel: {0}", words[Caption]]}\"><table class=\"utrecht-table\"><caption")
            .AddIf(CaptionHidden, $" class=\"pm-verberg\"").Add($">{words[Caption]}</caption>{rows}</table></div>"));
    }
}
