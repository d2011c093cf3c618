using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>A solution as a card. Its title is the only link and covers the card.</summary>
[HtmlTargetElement("nl-card")]
public sealed class CardTagHelper(Words words, Assets assets) : TagHelper
{
    /// <summary>The solution.</summary>
    public CardModel Card { get; set; } = null!;

    /// <summary>The level of the title among the headings of the page.</summary>
    public int Level { get; set; } = 3;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become(Html(Card, Level, words, assets));

    internal static Markup Html(CardModel card, int level, Words words, Assets assets)
    {
        var lang = Language.Attribute(card.ContentLang);
        return new Markup()
            .Add($"<article class=\"pm-parel pm-parel--{card.Stage.Step}\">{StageTagHelper.Html(card.Stage, words)}")
            .Add($"<div class=\"pm-parel__beeld\">{HexMapTagHelper.Html(card.Map, HexMapSize.Card, null, assets)}")
            .Add($"<p class=\"pm-parel__telling\">{CardParts.Tally(card, words)}</p></div>")
            .Add($"<h{level} class=\"utrecht-heading-3 pm-parel__titel\"><a href=\"{card.Url}\"{lang}>{card.Title}</a></h{level}>")
            .Add($"<p class=\"pm-parel__belofte\"{lang}>{card.Promise}</p>")
            .Add($"<div class=\"pm-parel__voet\"><p>{CardParts.Origin(card, words)}</p>{CardParts.Freshness(card, words)}</div></article>");
    }
}
