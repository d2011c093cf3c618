using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>What the looks on the map mean. Given a map it names only what is on it, with numbers; else it names all.</summary>
[HtmlTargetElement("nl-hex-legend")]
public sealed class HexLegendTagHelper(Words words) : TagHelper
{
    /// <summary>The map that it explains; without one it explains small maps, which know no reader.</summary>
    public HexMapData? Map { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var html = Markup.Of($"<ul class=\"pm-legenda\">");
        Item(html, "bron", "maker", Map?.Maker, counted: false);
        Item(html, "in", "gebruikt het", Map?.Uses);
        Item(html, "bij", "sluit nu aan", Map?.Joining);
        Item(html, "wij", "wij", Map?.Ours ?? HexSet.Empty, counted: false);
        Item(html, "leeg", "nog niet", null);
        output.Become(html.Add($"</ul>"));
    }

    private void Item(Markup html, string look, string meaning, HexSet? set, bool counted = true) => html
        .AddIf(set is null or { Count: > 0 }, $"<li><svg class=\"pm-hexkaart\" viewBox=\"0 0 14 18\" aria-hidden=\"true\"><path class=\"{look}\" d=\"m1 0\"/></svg>{words[meaning]}")
        .AddIf(counted && set is { Count: > 0 }, $" ({Figure.Of(set?.Count ?? 0)})")
        .AddIf(set is null or { Count: > 0 }, $"</li>");
}
