using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>The way of a solution through the stages: what is done, where it is, what it needs next.</summary>
[HtmlTargetElement("nl-ladder")]
public sealed class LadderTagHelper(Words words) : TagHelper
{
    /// <summary>The rungs, lowest first.</summary>
    public IReadOnlyList<Rung> Rungs { get; set; } = [];

    /// <summary>The level of the rungs among the headings of the page.</summary>
    public int Level { get; set; } = 3;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become(new Markup()
        .Add($"<ol class=\"pm-ladder pm-ladder--breed\">").AddEach(Rungs, Write).Add($"</ol>"));

    private void Write(Markup html, Rung rung)
    {
        var look = rung.State switch { RungState.Done => "klaar", RungState.Now => "nu", _ => "straks" };
        html.Add($"<li class=\"pm-ladder__{look}\">{StageTagHelper.Flower(rung.State == RungState.Later ? 0 : rung.Stage.Step)}<h{Level} class=\"utrecht-heading-4\">{words[rung.Stage.Word]}")
            .AddIf(rung.State == RungState.Now, $" <span class=\"utrecht-status-badge\">{words["Hier zijn we nu"]}</span>")
            .Add($"</h{Level}>")
            .AddIf(rung.When is not null, $"<p class=\"pm-klein\"><strong>{rung.When}</strong></p>")
            .AddIf(rung.What is not null, $"<p class=\"pm-klein\"{Language.Attribute(rung.ContentLang)}>{rung.What}</p>")
            .AddIf(rung.Evidence is not null, $"<p class=\"pm-klein\">{rung.Evidence}</p>")
            .Add($"</li>");
    }
}

/// <summary>One stage on the way.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="State">Whether it is behind, here or ahead.</param>
public sealed record Rung(StageLook Stage, RungState State)
{
    /// <summary>When it was reached, or asked for: "maart 2022".</summary>
    public string? When { get; init; }

    /// <summary>What happened, or what is needed.</summary>
    public string? What { get; init; }

    /// <summary>Where to read it.</summary>
    public NamedLink? Evidence { get; init; }

    /// <summary>The language of <see cref="What"/>, when people wrote it.</summary>
    public string? ContentLang { get; init; }
}

/// <summary>Where a rung is.</summary>
public enum RungState
{
    /// <summary>Behind.</summary>
    Done,

    /// <summary>Here.</summary>
    Now,

    /// <summary>Ahead.</summary>
    Later,
}
