using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>What happened, in order of time.</summary>
[HtmlTargetElement("nl-timeline")]
public sealed class TimelineTagHelper : TagHelper
{
    /// <summary>The moments, in the order in which they show.</summary>
    public IReadOnlyList<Moment> Moments { get; set; } = [];

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become(new Markup()
        .Add($"<ol class=\"pm-tijdlijn\">")
        .AddEach(Moments, (html, moment) => html
            .Add($"<li><time datetime=\"{moment.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\">{Words.Day(moment.Date)}</time>")
            .Add($"<strong{Language.Attribute(moment.ContentLang)}>{moment.What}</strong>")
            .AddIf(moment.Detail is not null, $" <span{Language.Attribute(moment.ContentLang)}>{moment.Detail}</span>").Add($"</li>"))
        .Add($"</ol>"));
}

/// <summary>Something that happened.</summary>
/// <param name="Date">The day.</param>
/// <param name="What">What it was; may be a link.</param>
/// <param name="Detail">A sentence more.</param>
/// <param name="ContentLang">The language, when people wrote it.</param>
public sealed record Moment(DateOnly Date, NamedLink What, string? Detail = null, string? ContentLang = null);
