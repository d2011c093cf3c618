using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Parelmuur.Design;

/// <summary>Blocks beside each other when there is room; each child is a column.</summary>
[HtmlTargetElement("nl-columns")]
public sealed class ColumnsTagHelper : TagHelper
{
    /// <summary>How the columns divide the width.</summary>
    public ColumnsLook Look { get; set; } = ColumnsLook.Two;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.AddClasses("pm-kolommen", Look switch
        {
            ColumnsLook.Side => "pm-kolommen--zij",
            ColumnsLook.Three => "pm-kolommen--drie",
            _ => "pm-kolommen--twee",
        });
    }
}

/// <summary>How columns divide the width.</summary>
public enum ColumnsLook
{
    /// <summary>Two equal columns.</summary>
    Two,

    /// <summary>Three equal columns.</summary>
    Three,

    /// <summary>The main matter, and a narrow column at its side.</summary>
    Side,
}
