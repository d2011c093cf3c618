using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>Three or four figures. A figure that is not known is left out, never shown as 0 or a dash.</summary>
[HtmlTargetElement("nl-facts")]
public sealed class FactsTagHelper(Words words) : TagHelper
{
    /// <summary>The figures.</summary>
    public IReadOnlyList<Fact> Facts { get; set; } = [];

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Facts.Count == 0)
            output.SuppressOutput();
        else
            output.Become(new Markup().Add($"<ul class=\"pm-feiten\">")
                .AddEach(Facts, (html, fact) => html.Add($"<li><strong>{Fact.Html(fact.Figure)}</strong><small>{words[fact.Meaning]}</small></li>"))
                .Add($"</ul>"));
    }
}

/// <summary>A figure and what it counts.</summary>
/// <param name="Figure">The figure as it shows: "87×", "1 op 3", "19 weken".</param>
/// <param name="Meaning">A short line: "neemt hulp aan".</param>
public sealed record Fact(string Figure, string Meaning)
{
    /// <summary>The figure with its unit apart, smaller: "11,0 miljoen" then stays on one line.</summary>
    public static IHtmlContent Html(string figure) =>
        figure.Split(' ', 2) is [var number, var unit] && unit.All(char.IsLetter) ? Markup.Of($"{number} <span>{unit}</span>") : Markup.Of($"{figure}");
}
