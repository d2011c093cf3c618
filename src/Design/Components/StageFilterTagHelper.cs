using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>The stages as links with counts: funnel and filter in one.</summary>
[HtmlTargetElement("nl-stage-filter")]
public sealed class StageFilterTagHelper(Words words) : TagHelper
{
    /// <summary>All, and each stage.</summary>
    public IReadOnlyList<StageChoice> Choices { get; set; } = [];

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become(new Markup()
        .Add($"<nav aria-label=\"{words["Kies een fase"]}\"><ul class=\"pm-fasen\">")
        .AddEach(Choices, (html, choice) => html
            .Add($"<li><a href=\"{choice.Url}\"").AddIf(choice.Current, $" aria-current=\"true\"").Add($">")
            .AddIf(choice.Stage.Step > 0, $"{StageTagHelper.Flower(choice.Stage.Step)}")
            .Add($"{words[choice.Stage.Word]} <b>{Figure.Of(choice.Count)}</b></a></li>"))
        .Add($"</ul></nav>"));
}

/// <summary>One stage to choose.</summary>
/// <param name="Stage">The stage; step 0 is "Alles".</param>
/// <param name="Count">How many solutions it gives.</param>
/// <param name="Url">The page with that choice.</param>
/// <param name="Current">Whether it is chosen now.</param>
public sealed record StageChoice(StageLook Stage, int Count, string Url, bool Current);
