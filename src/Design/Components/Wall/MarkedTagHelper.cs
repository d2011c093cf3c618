using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Parelmuur.Design;

/// <summary>A piece of text, marked or not.</summary>
public readonly record struct TextPiece(string Text, bool Marked);

/// <summary>Text with the found words marked.</summary>
[HtmlTargetElement("nl-marked")]
public sealed class MarkedTagHelper : TagHelper
{
    /// <summary>The text, in pieces.</summary>
    public IReadOnlyList<TextPiece> Pieces { get; set; } = [];

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become(Html(Pieces));

    internal static Markup Html(IReadOnlyList<TextPiece> pieces)
    {
        var html = new Markup();
        foreach (var piece in pieces)
            _ = piece.Marked ? html.Add($"<mark>{piece.Text}</mark>") : html.Add($"{piece.Text}");
        return html;
    }
}
