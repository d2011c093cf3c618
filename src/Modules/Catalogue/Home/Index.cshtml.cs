using Microsoft.AspNetCore.Mvc.RazorPages;
using Parelmuur.Adoption;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Wall;
using Parelmuur.Design;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Home;

/// <summary>The home page: the question first, then the wall.</summary>
internal sealed class IndexModel(ReadWall wall, IAdoption adoption, IOrganisations organisations, UserMaps maps) : PageModel
{
    private const int CardsShown = 8, RecentDays = 30;

    /// <summary>What stands on the wall: first all of it, then each stage.</summary>
    public IReadOnlyList<StageChoice> Stages { get; private set; } = [];

    public int Total => Stages[0].Count;

    public IReadOnlyList<CardModel> Cards { get; private set; } = [];

    /// <summary>Who began to use something in the last days, as pearls on the map.</summary>
    public HexMapData Pearls { get; private set; } = HexMapData.Empty;

    public int Uses => adoption.Totals.Active;

    public int Municipalities => organisations.Current.Count;

    public int RecentJoiners { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Stages = wall.StagesOf(Request.PathBase, "/muur");
        Cards = [.. (await wall.OfEachStageAsync(CardsShown, Request.PathBase, cancellation)).Select(card => card.Look)];
        Pearls = new()
        {
            Joining = HexSet.Of(adoption.StartedSince(organisations.Today.AddDays(-RecentDays))
                .Select(user => maps.OfToday(user)?.Hex).OfType<HexCell>()),
        };
        RecentJoiners = Pearls.Joining.Count;
    }
}
