using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>A solution as a card of A6, to print and hand out. Stands alone on a page with the layout <c>_Bare</c>.</summary>
/// <remarks>Its content stands in the foot: whom to ask.</remarks>
[HtmlTargetElement("nl-photo-card")]
public sealed class PhotoCardTagHelper(Words words, Assets assets, Site site) : TagHelper
{
    /// <summary>The page to draw on.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <summary>The solution.</summary>
    public CardModel Card { get; set; } = null!;

    /// <summary>What it yields, in figures.</summary>
    public IReadOnlyList<Fact> Figures { get; set; } = [];

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var request = View.HttpContext.Request;
        var lang = Language.Attribute(Card.ContentLang);
        output.Become(new Markup()
            .Add($"<article class=\"pm-fotokaart pm-parel--{Card.Stage.Step}\"><p class=\"pm-rij\">{StageTagHelper.Html(Card.Stage, words)}")
            .AddIf(site.HasSamples, $"<span class=\"utrecht-status-badge utrecht-status-badge--let-op\">{words["Voorbeeld, verzonnen"]}</span>").Add($"</p>")
            .Add($"<h1 class=\"pm-fotokaart__titel\"{lang}>{Card.Title}</h1><p class=\"pm-fotokaart__belofte\"{lang}>{Card.Promise}</p>")
            .Add($"<div class=\"pm-fotokaart__beeld\">{HexMapTagHelper.Html(Card.Map, HexMapSize.Card, null, assets)}")
            .Add($"<div><p class=\"pm-parel__telling\">{CardParts.Tally(Card, words)}</p>")
            .AddIf(Figures.Count > 0, $"<ul class=\"pm-fotokaart__cijfers\"{lang}>{FigureList}</ul>").Add($"</div></div>")
            .Add($"<div class=\"pm-fotokaart__voet\"><div><p>{CardParts.Origin(Card, words)}</p>{CardParts.Freshness(Card, words)}{content}</div>")
            .Add($"{QrTagHelper.Html($"{request.Scheme}://{request.Host}{Card.Url}", words["QR-code naar deze oplossing"])}</div></article>"));
    }

    private Markup FigureList => new Markup().AddEach(
        Figures, (html, figure) => html.Add($"<li><strong>{figure.Figure}</strong> {figure.Meaning}</li>"));
}
