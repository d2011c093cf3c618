using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Search;

namespace Parelmuur.Catalogue.Wall;

/// <summary>The wall on a screen in a hall: a few huge cards with a QR code each.</summary>
/// <remarks>It turns its own pages only when the address asks for it (<c>?wissel=20</c>): who reads slowly is not chased.</remarks>
internal sealed class ScreenModel(ISearch search, WallCards cards, WallFacets facets, Words words) : PageModel
{
    public const string TurnParameter = "wissel";

    /// <summary>Seconds that the link offers.</summary>
    public const int UsualTurn = 20;

    private const int CardsShown = 4, FastestTurn = 5, SlowestTurn = 600;

    public WallQuestion Asked { get; private set; } = new();

    public IReadOnlyList<WallCard> Cards { get; private set; } = [];

    public int Total { get; private set; }

    public int Pages { get; private set; } = 1;

    /// <summary>Seconds until the next page; null leaves turning to people.</summary>
    public int? Turn { get; private set; }

    /// <summary>What is on the screen: "Wonen", or all.</summary>
    public string Heading => Asked.Chosen.Count == 0
        ? words["De muur: oplossingen van gemeenten"]
        : string.Join(", ", Asked.Chosen.Select(choice => choice.Option.Text));

    public string WallAddress => $"{Request.PathBase}/muur{(Asked with { Page = 1 }).Address}";

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Turn = TurnOf(Request.Query[TurnParameter]);
        Asked = WallQuestion.Read(Request.Query, facets) with { AsList = false };
        var found = search.Find(Asked.ToSearch(CardsShown) with { CountFacets = [] });
        Pages = Math.Max(1, (found.Total + CardsShown - 1) / CardsShown);
        if (Asked.Page > Pages)
        {
            Asked = Asked with { Page = Pages };
            found = search.Find(Asked.ToSearch(CardsShown) with { CountFacets = [] });
        }

        Total = found.Total;
        Cards = await cards.OfAsync([.. found.Hits.Select(hit => new SolutionId(hit.Id))], Request.PathBase, cancellation);
    }

    /// <summary>The address of another page of the screen; behind the last comes the first.</summary>
    public string To(int page, int? turn)
    {
        var address = (Asked with { Page = page > Pages ? 1 : page < 1 ? Pages : page }).Address;
        var pace = turn is { } seconds ? $"{(address.Length > 0 ? '&' : '?')}{TurnParameter}={seconds}" : "";
        return $"{Request.PathBase}/muur/scherm{address}{pace}";
    }

    private static int? TurnOf(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        ? Math.Clamp(seconds, FastestTurn, SlowestTurn) : null;
}
