using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>When somebody last said that an entry is still true.</summary>
/// <param name="ConfirmedOn">The day of the last confirmation; null when nobody ever did.</param>
/// <param name="IsStale">Whether that is too long ago; the room that knows the rule decides.</param>
/// <param name="HasSteward">Whether somebody takes care of the entry.</param>
public readonly record struct Freshness(DateOnly? ConfirmedOn, bool IsStale, bool HasSteward = true);

/// <summary>How fresh an entry is: confirmed, confirmed long ago, or looking for somebody.</summary>
[HtmlTargetElement("nl-freshness")]
public sealed class FreshnessTagHelper(Words words) : TagHelper
{
    /// <summary>What is known of it.</summary>
    public Freshness Value { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become(Html(Value, words));

    internal static Markup Html(Freshness value, Words words) => value switch
    {
        { HasSteward: false } => Line(" pm-vers--oud", "klok", words["Zoekt een eigenaar"]),
        { ConfirmedOn: null } => Line(" pm-vers--oud", "klok", words["Nog niet bevestigd"]),
        { IsStale: true, ConfirmedOn: { } day } => Line(" pm-vers--oud", "klok", words["Laatst bevestigd in {0}", Words.Month(day)]),
        { ConfirmedOn: { } day } => Line("", "vink", words["Bevestigd in {0}", Words.Month(day)]),
    };

    private static Markup Line(string look, string sign, string text) => Markup.Of(
        $"<p class=\"pm-vers{look}\"><svg viewBox=\"0 0 16 16\" aria-hidden=\"true\" focusable=\"false\"><use href=\"#zes\"/><use href=\"#{sign}\"/></svg>{text}</p>");
}
