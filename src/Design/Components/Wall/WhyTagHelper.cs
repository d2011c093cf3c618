using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>Why a solution fits a plan.</summary>
/// <param name="YouWrite">The words of the reader that matched, with what is around them.</param>
/// <param name="ThisSolution">The words of the solution that matched.</param>
/// <param name="Different">What the plan does that the solution does not; may be empty.</param>
public sealed record Why(
    IReadOnlyList<TextPiece> YouWrite, IReadOnlyList<TextPiece> ThisSolution, IReadOnlyList<TextPiece> Different);

/// <summary>The reason for a match: what you write, what the solution says, what differs.</summary>
[HtmlTargetElement("nl-why")]
public sealed class WhyTagHelper(Words words) : TagHelper
{
    /// <summary>The reason.</summary>
    public Why? Value { get; set; }

    /// <summary>The language of the solution.</summary>
    public string ContentLang { get; set; } = "nl";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become(Html(Value, ContentLang, words));

    internal static Markup Html(Why? why, string language, Words words)
    {
        if (why is null)
            return new Markup();
        var html = Markup.Of($"<dl class=\"pm-waarom\">");
        Line(html, words["Jij schrijft"], why.YouWrite, null);
        Line(html, words["Deze oplossing"], why.ThisSolution, Language.Attribute(language));
        Line(html, words["Anders dan jouw plan"], why.Different, null);
        return html.Add($"</dl>");
    }

    private static void Line(Markup html, string term, IReadOnlyList<TextPiece> pieces, Markup? lang) =>
        html.AddIf(pieces.Count > 0, $"<div><dt>{term}</dt><dd{lang}>{MarkedTagHelper.Html(pieces)}</dd></div>");
}
