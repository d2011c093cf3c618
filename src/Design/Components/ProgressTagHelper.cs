using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Parelmuur.Design;

/// <summary>How far something is, as a bar. The words beside it say the same, so that a screen reader passes over the bar.</summary>
[HtmlTargetElement("nl-progress")]
public sealed class ProgressTagHelper : TagHelper
{
    /// <summary>From 0 to 100.</summary>
    public int Percent { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become(Markup.Of(
        $"<svg class=\"pm-voortgang\" width=\"100%\" height=\"12\" aria-hidden=\"true\" focusable=\"false\"><rect width=\"100%\" height=\"12\" rx=\"6\" fill=\"var(--pm-color-hex)\"/><rect fill=\"var(--pm-color-mos)\" width=\"{Math.Clamp(Percent, 0, 100)}%\" height=\"12\" rx=\"6\"/></svg>"));
}
