using Parelmuur.Adoption;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Themes;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Wall;

/// <summary>Makes cards, from memory mostly.</summary>
internal sealed class WallCards(
    KeptCards kept, IAdoption adoption, IOrganisations organisations, UserMaps maps, ThemeNames themes)
{
    /// <summary>The cards of these solutions in the same order; those that are not public are left out.</summary>
    /// <param name="ids">The solutions.</param>
    /// <param name="root">What stands before each path on this site in the reader's language: "" or "/en".</param>
    /// <param name="cancellation">Stops reading what is not in memory.</param>
    public async Task<IReadOnlyList<WallCard>> OfAsync(
        IReadOnlyList<SolutionId> ids, string root, CancellationToken cancellation)
    {
        var cards = await kept.FindAsync(ids, cancellation);
        return [.. ids
            .Where(id => cards.TryGetValue(id, out var card) && card.Status.IsPublic())
            .Select(id => Of(cards[id], root))];
    }

    /// <summary>The card of a solution that was read already.</summary>
    public WallCard Of(SolutionCard solution, string root)
    {
        var users = adoption.UsersOf(solution.Id);
        var maker = solution.Origin is { } origin ? organisations.Find(origin) : null;
        return new(solution, maker, users, new CardModel
        {
            Url = $"{root}/oplossingen/{solution.Slug}",
            Title = solution.Title,
            Promise = solution.Promise.Length > 0 ? solution.Promise : null,
            Stage = solution.Stage.Look(solution.Status),
            IsTip = solution.Status == SolutionStatus.Tip,
            Maker = maker?.Name,
            Themes = [.. solution.Themes.Select(themes.OfLabel)],
            Uses = users.Active,
            Confirmed = users.Confirmed,
            Joining = users.Planned,
            Freshness = solution.Status == SolutionStatus.Tip ? null : Freshness(solution),
            Map = maps.Of(users).With(maker is null ? null : maps.OfToday(maker.Id)),
        });
    }

    /// <summary>How fresh an entry is today.</summary>
    public Design.Freshness Freshness(SolutionCard solution) => new(
        solution.LastConfirmed,
        FreshnessRule.On(organisations.Today, solution.Stage, solution.Status, solution.LastConfirmed) == Solutions.Freshness.Stale);
}
