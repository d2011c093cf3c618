using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>How far a solution is: a flower that fills up, and the word.</summary>
/// <param name="Step">1 gem, 2 pilot, 3 shared, 4 collective, 5 standard; 0 is an empty flower.</param>
/// <param name="Word">The word in Dutch: "Gedeeld".</param>
public readonly record struct StageLook(int Step, string Word);

/// <summary>The stage of a solution.</summary>
[HtmlTargetElement("nl-stage")]
public sealed class StageTagHelper(Words words) : TagHelper
{
    /// <summary>The stage.</summary>
    public StageLook Stage { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become(Html(Stage, words));

    /// <summary>The same as HTML, for a component that draws many.</summary>
    public static Markup Html(StageLook stage, Words words) => Markup.Of(
        $"<span class=\"pm-fase\">{Flower(stage.Step)}<span><span class=\"pm-verberg\">{words["Fase:"]} </span>{words[stage.Word]}</span></span>");

    internal static Markup Flower(int step) => Markup.Of(
        $"<svg class=\"pm-bloem\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\"><use href=\"#fase-{Math.Clamp(step, 0, 5)}\"/></svg>");
}
