using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Parelmuur.Design;

/// <summary>The dark head of the home page: the question at the left, the map in mother-of-pearl at the right.</summary>
[HtmlTargetElement("nl-hero")]
public sealed class HeroTagHelper(Assets assets) : TagHelper
{
    /// <summary>The map; who joins shows as a pearl.</summary>
    public HexMapData Map { get; set; } = HexMapData.Empty;

    /// <summary>The message of the map, in the reader's language.</summary>
    public string Label { get; set; } = "";

    /// <summary>What stands under the map, in the reader's language.</summary>
    public string? Caption { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Become(new Markup()
            .Add($"<section class=\"pm-held\"><div class=\"pm-binnen pm-held__raster\"><div class=\"pm-stapel\">{content}</div>")
            .Add($"<figure class=\"pm-held__kaart\">{HexMapTagHelper.Html(Map, HexMapSize.Hero, Label, assets)}")
            .AddIf(Caption is not null, $"<figcaption>{Caption}</figcaption>").Add($"</figure></div></section>"));
    }
}
