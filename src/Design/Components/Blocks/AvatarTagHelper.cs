using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Parelmuur.Design;

/// <summary>The initials of a person or organisation in a hexagon. Decoration: the name stands beside it.</summary>
[HtmlTargetElement("nl-avatar")]
public sealed class AvatarTagHelper : TagHelper
{
    /// <summary>The name.</summary>
    public string Name { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become(Html(Name));

    internal static Markup Html(string name) => Markup.Of(
        $"<svg class=\"pm-persoon__teken\" viewBox=\"0 0 48 54\" aria-hidden=\"true\" focusable=\"false\"><path d=\"M24 0l24 13.5v27L24 54 0 40.5v-27z\"/><text x=\"24\" y=\"32\" text-anchor=\"middle\">{Initials(name)}</text></svg>");

    /// <summary>The first letters of the first and the last word: "Joke van der Velde" is JV.</summary>
    internal static string Initials(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length switch
        {
            0 => "",
            1 => First(words[0]),
            _ => First(words[0]) + First(words[^1]),
        };
    }

    private static string First(string word) => StringInfo.GetNextTextElement(word).ToUpper(CultureInfo.InvariantCulture);
}
