using Parelmuur.Kernel.Text;

namespace Parelmuur.Design;

/// <summary>The parts that the views of a solution share: card, row, big card, photo card, result.</summary>
internal static class CardParts
{
    /// <summary>The big number and the words around it: "1× gemaakt, 87× gebruikt". A zero is never the big number.</summary>
    public static Markup Tally(CardModel card, Words words) => card switch
    {
        { IsTip: true } => Markup.Of($"{words["Tip, nog niet bevestigd door {0}", card.Maker]}"),
        { Uses: > 0 } => Markup
            .Of($"{words["1× gemaakt,"]} <strong>{Figure.Of(card.Uses)}×</strong> {words["gebruikt"]}")
            .AddIf(card.Confirmed > 0, $" <span>({words["{0} bevestigd", Figure.Of(card.Confirmed)]})</span>"),
        { Joining: > 0 } => Markup.Of($"{words["1× gemaakt,"]} <strong>{Figure.Of(card.Joining)}×</strong> {words["in proef"]}"),
        _ => Markup.Of($"<strong>1×</strong> {words["gemaakt, nog niet door anderen gebruikt"]}"),
    };

    /// <summary>Who made it and what it is about, on two lines or on one.</summary>
    public static Markup Origin(CardModel card, Words words, bool oneLine = false)
    {
        var themes = string.Join(", ", card.Themes.Take(2).Select(theme => words[theme]));
        var html = new Markup();
        if (card.Maker is not null)
            html.Add($"{words[card.IsTip ? "Gezien bij" : "Gemaakt door"]} <strong>{card.Maker}</strong>");
        if (card.Maker is not null && themes.Length > 0)
            _ = oneLine ? html.Add($" · ") : html.Add($"<br>");
        return html.Add($"{themes}");
    }

    /// <summary>How fresh it is, when that is known.</summary>
    public static Markup? Freshness(CardModel card, Words words) =>
        card.Freshness is { } freshness ? FreshnessTagHelper.Html(freshness, words) : null;
}
