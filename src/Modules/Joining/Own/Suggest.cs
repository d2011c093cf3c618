using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Own;

/// <summary>Finds what a municipality could use: what its peers use, standards, what helps with a law, what a supplier it knows made.</summary>
internal sealed class Suggest(IAdoption adoption, ICatalogue catalogue, IOrganisations organisations)
{
    /// <summary>How many municipalities count as peers.</summary>
    public const int PeerCount = 12;

    /// <summary>The suggestions, best first.</summary>
    /// <param name="municipality">For whom.</param>
    /// <param name="facts">What it used, plans, made, rejected or put away is never suggested.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<Suggestion>> ForAsync(
        OrganisationId municipality, OwnFacts facts, CancellationToken cancellation)
    {
        var peers = organisations.Peers(municipality, PeerCount, organisations.Today);
        var usedByPeers = peers
            .SelectMany(peer => adoption.UsesBy(peer.Municipality.Id)
                .Where(use => use.Use.State == UseState.Active).Select(use => (use.Solution, peer.Municipality)))
            .ToLookup(pair => pair.Solution, pair => pair.Municipality);
        var own = adoption.UsesBy(municipality).Select(use => use.Solution).ToHashSet();
        var apart = facts.Apart;
        var cards = await catalogue.CardsAsync([.. usedByPeers.Select(each => each.Key).Union(own).Union(facts.Standards)], cancellation);
        var mine = cards.Where(pair => own.Contains(pair.Key)).Select(pair => pair.Value).ToList();
        var possible = cards.Where(pair => !own.Contains(pair.Key) && !apart.Contains(pair.Key) && IsLive(pair.Value) && pair.Value.Origin != municipality)
            .Select(pair => pair.Value).DistinctBy(card => card.Id).ToList();
        var laws = await catalogue.LawsAsync([.. possible.Select(card => card.Id)], cancellation);
        var themes = mine.SelectMany(card => card.Themes).CountBy(theme => theme).ToDictionary(StringComparer.Ordinal);
        var suppliers = mine.Select(card => card.Origin).OfType<OrganisationId>().ToHashSet();
        return
        [
            .. possible
                .Select(card => new Suggestion(card, [.. usedByPeers[card.Id]], peers.Count)
                {
                    Laws = laws.GetValueOrDefault(card.Id, []),
                    SameSupplier = card.Origin is { } maker && suppliers.Contains(maker)
                        && organisations.Find(maker) is { Kind: OrganisationKind.Supplier } supplier ? supplier.Name : null,
                    OnThemes = card.Themes.Sum(theme => themes.GetValueOrDefault(theme)),
                })
                .Where(each => each.Fits)
                .OrderByDescending(each => each.Weight).ThenBy(each => each.Card.Slug, StringComparer.Ordinal),
        ];
    }

    private static bool IsLive(SolutionCard card) => card.Status is SolutionStatus.Published or SolutionStatus.Unconfirmed;
}
