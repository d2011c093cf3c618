using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>A solution on a screen in a hall: read from ten metres, opened with a phone.</summary>
internal static class BigCard
{
    public static Markup Html(CardModel card, int level, string address, Words words, Assets assets)
    {
        var lang = Language.Attribute(card.ContentLang);
        return new Markup()
            .Add($"<article class=\"pm-groot pm-parel--{card.Stage.Step}\"><div class=\"pm-groot__tekst\">{StageTagHelper.Html(card.Stage, words)}")
            .Add($"<h{level} class=\"pm-groot__titel\"><a href=\"{card.Url}\"{lang}>{card.Title}</a></h{level}>")
            .Add($"<p class=\"pm-groot__belofte\"{lang}>{card.Promise}</p>")
            .Add($"<p class=\"pm-groot__telling\">{CardParts.Tally(card, words)}</p>")
            .Add($"<p class=\"pm-groot__maker\">{CardParts.Origin(card, words, oneLine: true)}</p></div>")
            .Add($"<div class=\"pm-groot__beeld\">{HexMapTagHelper.Html(card.Map, HexMapSize.Card, null, assets)}")
            .Add($"{QrTagHelper.Html(address, words["QR-code naar deze oplossing"])}</div></article>");
    }
}
