using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>How well a solution fits a question: five hexagons and the words, never a percentage.</summary>
[HtmlTargetElement("nl-meter")]
public sealed class MeterTagHelper(Words words) : TagHelper
{
    private static readonly string[] Meanings =
        ["Past een beetje", "Past een beetje", "Past voor een deel", "Past goed", "Past heel goed"];

    /// <summary>From 1, a little, to 5, very well.</summary>
    public int Strength { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become(Html(Strength, words));

    internal static Markup Html(int value, Words words)
    {
        var strength = Math.Clamp(value, 1, 5);
        var html = new Markup().Add($"<span class=\"pm-meter\"><svg viewBox=\"0 0 95 20\" aria-hidden=\"true\" focusable=\"false\">");
        for (var place = 0; place < 5; place++)
            html.Add($"<path").AddIf(place < strength, $" class=\"aan\"").Add($" d=\"M{(place * 19) + 9} 1l8 4.5v9L{(place * 19) + 9} 19l-8-4.5v-9z\"/>");
        return html.Add($"</svg>{words[Meanings[strength - 1]]}</span>");
    }
}
