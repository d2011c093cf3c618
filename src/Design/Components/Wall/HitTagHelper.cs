using Microsoft.AspNetCore.Razor.TagHelpers;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>A solution that answers a question, with the reason why.</summary>
/// <param name="Card">The solution.</param>
public sealed record HitModel(CardModel Card)
{
    /// <summary>Its place in the list, when the order says something.</summary>
    public int? Rank { get; init; }

    /// <summary>How well it fits, 1 to 5; null leaves the meter out.</summary>
    public int? Strength { get; init; }

    /// <summary>The title with the found words marked.</summary>
    public IReadOnlyList<TextPiece>? Title { get; init; }

    /// <summary>The promise, or the piece of text that matched, with the found words marked.</summary>
    public IReadOnlyList<TextPiece>? Excerpt { get; init; }

    /// <summary>The words of its full text that answer the question, when neither title nor promise shows any.</summary>
    public IReadOnlyList<string> FoundBy { get; init; } = [];

    /// <summary>Why it fits, when a whole plan was asked about.</summary>
    public Why? Why { get; init; }

    /// <summary>Who like the reader uses it: "9 gemeenten zoals wij gebruiken dit: Doetinchem …".</summary>
    public string? Peers { get; init; }

    /// <summary>Something to know before choosing it: "2 gemeenten vonden dit niet passen …".</summary>
    public string? Note { get; init; }
}

/// <summary>One result of a search or a check.</summary>
[HtmlTargetElement("nl-hit")]
public sealed class HitTagHelper(Words words, Assets assets) : TagHelper
{
    /// <summary>The result.</summary>
    public HitModel Hit { get; set; } = null!;

    /// <summary>The level of the title among the headings of the page.</summary>
    public int Level { get; set; } = 3;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var card = Hit.Card;
        var lang = Language.Attribute(card.ContentLang);
        var title = Hit.Title is { } pieces ? MarkedTagHelper.Html(pieces) : Markup.Of($"{card.Title}");
        var text = Hit.Excerpt is { } excerpt ? MarkedTagHelper.Html(excerpt) : Markup.Of($"{card.Promise}");
        output.Become(new Markup()
            .Add($"<article class=\"pm-kader pm-treffer\"><div class=\"pm-treffer__kop\">")
            .AddIf(Hit.Strength is not null, $"{MeterTagHelper.Html(Hit.Strength ?? 1, words)}")
            .Add($"{StageTagHelper.Html(card.Stage, words)}<span class=\"pm-klein pm-zacht\">{CardParts.Origin(card, words, oneLine: true)}</span></div>")
            .Add($"<div class=\"pm-treffer__lijf\"><div class=\"pm-stapel pm-stapel--smal\"><h{Level} class=\"utrecht-heading-3\">")
            .AddIf(Hit.Rank is not null, $"{Hit.Rank ?? 0}. ")
            .Add($"<a class=\"utrecht-link\" href=\"{card.Url}\"{lang}>{title}</a></h{Level}><p{lang}>{text}</p>")
            .AddIf(Hit.FoundBy.Count > 0, $"<p class=\"pm-klein pm-zacht\">{words["In de tekst:"]} <span{lang}>{string.Join(", ", Hit.FoundBy)}</span></p>")
            .AddIf(Hit.Why is not null, $"{WhyTagHelper.Html(Hit.Why, card.ContentLang, words)}")
            .Add($"<p class=\"pm-klein\"><span class=\"pm-sterk\">{CardParts.Tally(card, words)}.</span>")
            .AddIf(Hit.Peers is not null, $" {Hit.Peers}").Add($"</p>").AddIf(Hit.Note is not null, $"<p class=\"pm-klein pm-let-op\">{Hit.Note}</p>").Add($"{CardParts.Freshness(card, words)}</div>")
            .Add($"<div class=\"pm-treffer__kaart\">{HexMapTagHelper.Html(card.Map, HexMapSize.Card, null, assets)}</div></div></article>"));
    }
}
