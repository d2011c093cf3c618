using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Parelmuur.Design;

/// <summary>The map of the Netherlands in which every municipality is one hexagon.</summary>
/// <remarks>
/// With a label it is a picture with that text; without, it is decoration and the text beside it says the same.
/// The list by province (<c>nl-municipalities</c>) beside it is the way in for keyboard and screen reader.
/// </remarks>
[HtmlTargetElement("nl-hex-map")]
public sealed class HexMapTagHelper(Assets assets) : TagHelper
{
    /// <summary>What to show.</summary>
    public HexMapData Map { get; set; } = HexMapData.Empty;

    /// <summary>How large.</summary>
    public HexMapSize Size { get; set; }

    /// <summary>The message of the map in a sentence, in the reader's language: "87 van de 342, de meeste rond Deventer".</summary>
    public string? Label { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become(Html(Map, Size, Label, assets));

    internal static Markup Html(HexMapData map, HexMapSize size, string? label, Assets assets)
    {
        var sprite = assets.Url("kaart.svg");
        var html = new Markup()
            .Add($"<svg class=\"pm-hexkaart{Look(size)}\" viewBox=\"{HexGeometry.ViewBox}\"")
            .AddIf(label is null, $" aria-hidden=\"true\"")
            .AddIf(label is not null, $" role=\"img\" aria-label=\"{label}\"").Add($">")
            .Add($"<use href=\"{sprite}#nl\"/>")
            .AddIf(size is HexMapSize.Page or HexMapSize.Full, $"<use class=\"grens\" href=\"{sprite}#grens\"/>");
        Set(html, "in", map.Uses);
        html.AddEach(map.Steps, (svg, step) => svg.AddIf(
            step.Came.Count > 0, $"<path class=\"in{(step.IsLater ? " straks" : "")}\" data-moment=\"{step.Moment}\" d=\"{step.Came.Path}\"/>"));
        Set(html, size is HexMapSize.Hero ? "parel" : "bij", map.Joining);
        Set(html, "bron", map.Maker);
        Set(html, "wij", map.Ours);
        if (size is HexMapSize.Full)
            html.Add($"<use class=\"namen\" href=\"{sprite}#namen\"/>");
        if (size is HexMapSize.Page or HexMapSize.Full)
            html.AddEach(map.Names, Name);
        return html.Add($"</svg>");
    }

    private static string Look(HexMapSize size) => size switch
    {
        HexMapSize.Page => " pm-hexkaart--pagina",
        HexMapSize.Full => " pm-hexkaart--vol",
        HexMapSize.Hero => " pm-hexkaart--held",
        _ => "",
    };

    private static void Set(Markup html, string look, HexSet set) =>
        html.AddIf(set.Count > 0, $"<path class=\"{look}\" d=\"{set.Path}\"/>");

    /// <summary>Writes a name on the side of the cell where the map has more room.</summary>
    private static void Name(Markup html, HexName name)
    {
        var (x, y) = (HexGeometry.X(name.Cell), HexGeometry.Y(name.Cell) + 5);
        html.AddIf(x <= 160, $"<text x=\"{x + 13}\" y=\"{y}\">{name.Name}</text>")
            .AddIf(x > 160, $"<text class=\"links\" x=\"{x - 13}\" y=\"{y}\">{name.Name}</text>");
    }
}
