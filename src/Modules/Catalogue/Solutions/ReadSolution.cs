using Microsoft.EntityFrameworkCore;
using Parelmuur.Adoption;
using Parelmuur.Catalogue.Themes;
using Parelmuur.Catalogue.Wall;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;
using Parelmuur.Search;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>Reads what the pages of one solution show.</summary>
internal sealed class ReadSolution(
    CatalogueDb db,
    WallCards cards,
    IAdoption adoption,
    IOrganisations organisations,
    ISearch search,
    UserMaps maps,
    ThemeNames themes,
    Ladder ladder,
    OriginChain chain)
{
    private const int AlikeShown = 3;

    private static readonly Func<CatalogueDb, string, Task<SolutionDetails?>> BySlug = EF.CompileAsyncQuery(
        (CatalogueDb db, string slug) => db.Solutions
            .Where(solution => solution.Slug == slug && solution.Status != SolutionStatus.Draft)
            .Select(SolutionDetails.Of).FirstOrDefault());

    private static readonly Func<CatalogueDb, SolutionId, IAsyncEnumerable<StageStep>> DecisionsOf = EF.CompileAsyncQuery(
        (CatalogueDb db, SolutionId id) => db.Decisions.Where(decision => decision.Solution == id && decision.Undone == null)
            .OrderBy(decision => decision.Date).ThenBy(decision => decision.Id)
            .Select(decision => new StageStep(
                decision.From, decision.To, decision.Date, decision.Body, decision.Reason, decision.Evidence)
            {
                Refused = decision.Refused,
                Maintenance = decision.Maintenance,
                Proofs = decision.Proofs,
            }));

    private static readonly Func<CatalogueDb, SolutionId, IAsyncEnumerable<ValueTuple<DateOnly, string>>> MomentsOf = EF.CompileAsyncQuery(
        (CatalogueDb db, SolutionId id) => db.Moments.Where(moment => moment.Solution == id).OrderBy(moment => moment.Date)
            .Select(moment => ValueTuple.Create(moment.Date, moment.Text)));

    private static readonly Func<CatalogueDb, SolutionId, IAsyncEnumerable<SolutionRelation>> RelationsOf = EF.CompileAsyncQuery(
        (CatalogueDb db, SolutionId id) => db.Relations.AsNoTracking().Where(relation => relation.From == id || relation.To == id));

    private static readonly Func<CatalogueDb, SolutionId, IAsyncEnumerable<ValueTuple<string, OrganisationId?, string, DateOnly>>> SourcesOf =
        EF.CompileAsyncQuery((CatalogueDb db, SolutionId id) => db.Sources.Where(source => source.Solution == id)
            .Select(source => ValueTuple.Create(source.Source, source.Organisation, source.Url, source.Date)));

    /// <summary>The row of a solution at its address of today.</summary>
    public Task<SolutionDetails?> FindAsync(string slug) => BySlug(db, slug);

    /// <summary>The address of today of a solution that had this one; null when there is none.</summary>
    public Task<string?> MovedToAsync(string slug, CancellationToken cancellation) => (
        from former in db.Slugs
        join solution in db.Solutions on former.Solution equals solution.Id
        where former.Slug == slug && solution.Slug != slug && solution.Status != SolutionStatus.Draft
        select solution.Slug).FirstOrDefaultAsync(cancellation);

    /// <summary>Everything around the row.</summary>
    public async Task<SolutionPage> PageAsync(SolutionDetails solution, string root, CancellationToken cancellation)
    {
        var today = organisations.Today;
        var users = adoption.UsersOf(solution.Id);
        var maker = Find(solution.Origin);
        var map = maps.Of(users);
        var decisions = await DecisionsOf(db, solution.Id).ToListAsync(cancellation);
        var moments = await MomentsOf(db, solution.Id).ToListAsync(cancellation);
        var (related, successor, alike) = await OthersAsync(solution, root, cancellation);
        return new()
        {
            Solution = solution,
            Themes = [.. solution.Themes.Select(label => new NamedLink(themes.OfLabel(label), $"{root}/muur?thema={Slug.From(label)}"))],
            Maker = maker,
            Users = users,
            Map = map,
            HexMap = map.With(maker is null ? null : maps.OfToday(maker.Id)),
            Reach = Reach.Of(users, maps),
            Freshness = new(
                solution.LastConfirmed,
                FreshnessRule.On(today, solution.Stage, solution.Status, solution.LastConfirmed) == Solutions.Freshness.Stale),
            Ladder = ladder.Of(solution, decisions, users),
            Chain = chain.Of(solution, decisions, moments),
            Spread = Spread.Of(users, today),
            Related = related,
            Successor = successor,
            Alike = alike,
            Sources = solution.IsSample ? [] : await SourcesAsync(solution.Id, cancellation),
            People = PeopleOf(solution),
        };
    }

    /// <summary>Who answers for a solution, the steward first.</summary>
    public IReadOnlyList<ContactPerson> PeopleOf(SolutionDetails solution) =>
        [.. new[] { solution.Steward, solution.Deputy }.OfType<Contact>()
            .Select(person => new ContactPerson(person.Name, person.Role, Find(person.Organisation)))];

    // One query for the links and one for the cards of all other solutions on the page.
    private async Task<(IReadOnlyList<RelatedSolution> Related, WallCard? Successor, IReadOnlyList<WallCard> Alike)> OthersAsync(
        SolutionDetails solution, string root, CancellationToken cancellation)
    {
        var relations = await RelationsOf(db, solution.Id).ToListAsync(cancellation);
        var named = relations
            .OrderBy(relation => relation.From != solution.Id).ThenBy(relation => relation.Kind)
            .Select(relation => relation.From == solution.Id
                ? (Text: relation.Kind.TextFrom(), Other: relation.To)
                : (Text: relation.Kind.TextTo(), Other: relation.From))
            .ToList();
        List<SolutionId> direct = [.. named.Select(each => each.Other), .. solution.Successor is { } next ? [next] : Array.Empty<SolutionId>()];
        var alike = search.MoreLike(solution.Id.Value, AlikeShown + direct.Count)
            .Select(hit => new SolutionId(hit.Id)).Except(direct).Take(AlikeShown).ToList();
        var byId = (await cards.OfAsync([.. direct.Concat(alike).Distinct()], root, cancellation)).ToDictionary(card => card.Solution.Id);
        return (
            [.. named.Where(each => byId.ContainsKey(each.Other)).Select(each => new RelatedSolution(each.Text, byId[each.Other]))],
            solution.Successor is { } successor ? byId.GetValueOrDefault(successor) : null,
            [.. alike.Where(byId.ContainsKey).Select(id => byId[id]).Where(card => card.Solution.Status != SolutionStatus.Archived)]);
    }

    private async Task<IReadOnlyList<SourceOfSolution>> SourcesAsync(SolutionId solution, CancellationToken cancellation)
    {
        var rows = await SourcesOf(db, solution).ToListAsync(cancellation);
        return [.. rows
            .Select(row => new SourceOfSolution(SourceNames.Of(row.Item1), Find(row.Item2), row.Item3, row.Item4))
            .OrderBy(source => source.Name, StringComparer.Ordinal)
            .ThenBy(source => source.Organisation?.Slug, StringComparer.Ordinal)];
    }

    private OrganisationSummary? Find(OrganisationId? id) => id is { } known ? organisations.Find(known) : null;
}
