using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>A solution as one dense row of a list.</summary>
internal static class CardRow
{
    public static Markup Html(CardModel card, int level, Words words)
    {
        var lang = Language.Attribute(card.ContentLang);
        return new Markup()
            .Add($"<article class=\"pm-rijtje\">{StageTagHelper.Html(card.Stage, words)}")
            .Add($"<div><h{level} class=\"utrecht-heading-4\"><a class=\"utrecht-link\" href=\"{card.Url}\"{lang}>{card.Title}</a></h{level}>")
            .AddIf(card.Promise is not null, $"<p class=\"pm-klein\"{lang}>{card.Promise}</p>")
            .Add($"<p class=\"pm-klein pm-zacht\">{CardParts.Origin(card, words, oneLine: true)}</p></div>")
            .Add($"<p class=\"pm-rijtje__telling\">{CardParts.Tally(card, words)}</p>{CardParts.Freshness(card, words)}</article>");
    }
}
