using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Adoption;
using Parelmuur.Catalogue.Merging;
using Parelmuur.Catalogue.Themes;
using Parelmuur.Catalogue.Tips;
using Parelmuur.Design;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;
using Parelmuur.Search;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>Reads what the pages of one solution show.</summary>
internal sealed class ReadSolution(
    IAccounts accounts,
    AskTogether together,
    KeptCards cards,
    IAdoption adoption,
    IOrganisations organisations,
    ISearch search,
    UserMaps maps,
    ThemeNames themes,
    Ladder ladder,
    OriginChain chain,
    KeptPasts pasts,
    TakenUp taken)
{
    private const int AlikeShown = 3;

    // Most solutions have little around them, and asking for nothing costs as much as asking for something.
    private static readonly CompiledQuery<Func<CatalogueDb, string, Task<FoundSolution?>>> BySlug = new(() => EF.CompileAsyncQuery(
        (CatalogueDb db, string slug) => db.Solutions
            .Where(solution => solution.Slug == slug && solution.Status != SolutionStatus.Draft && solution.Status != SolutionStatus.Merged)
            .Select(SolutionDetails.Of)
            .Select(solution => new FoundSolution(
                solution,
                db.Decisions.Any(decision => decision.Solution == solution.Id),
                db.Moments.Any(moment => moment.Solution == solution.Id),
                db.Relations.Any(relation => relation.From == solution.Id) || db.Relations.Any(relation => relation.To == solution.Id),
                db.Sources.Any(source => source.Solution == solution.Id)))
            .FirstOrDefault()));

    private static readonly CompiledQuery<Func<CatalogueDb, SolutionId, IAsyncEnumerable<SolutionRelation>>> RelationsOf = new(
        () => EF.CompileAsyncQuery((CatalogueDb db, SolutionId id) =>
            db.Relations.AsNoTracking().Where(relation => relation.From == id || relation.To == id)));

    private static readonly CompiledQuery<Func<CatalogueDb, SolutionId, IAsyncEnumerable<SourceRow>>> SourcesOf = new(
        () => EF.CompileAsyncQuery((CatalogueDb db, SolutionId id) => db.Sources.Where(source => source.Solution == id)
            .Select(source => new SourceRow(source.Source, source.Organisation, source.Url, source.Date))));

    /// <summary>The row of a solution at its address of today.</summary>
    public Task<FoundSolution?> FindAsync(string slug, CancellationToken cancellation) =>
        together.OneAsync<CatalogueDb, FoundSolution?>(rows => BySlug.For(rows)(rows, slug), cancellation);

    /// <summary>The address of today of a solution that had this one; null when there is none.</summary>
    public Task<string?> MovedToAsync(string slug, CancellationToken cancellation) => together.OneAsync<CatalogueDb, string?>(
        db => (
            from former in db.Slugs
            join solution in db.Solutions.Public() on former.Solution equals solution.Id
            where former.Slug == slug && solution.Slug != slug
            select solution.Slug).FirstOrDefaultAsync(cancellation),
        cancellation);

    /// <summary>Everything around the row, with what other rooms add, in one round trip and what those ask after it.</summary>
    /// <param name="found">The row.</param>
    /// <param name="root">What stands before each path on this site in the reader's language.</param>
    /// <param name="reader">Who is signed in, if anybody.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<(SolutionPage Page, IReadOnlyList<SolutionSection> Sections)> PageAsync(
        FoundSolution found, string root, CurrentPerson? reader, CancellationToken cancellation)
    {
        var solution = found.Details;
        IReadOnlyList<StageStep> decisions = [];
        IReadOnlyList<SolutionMoment> moments = [];
        List<SolutionRelation> relations = [];
        List<SourceRow> sources = [];
        TipOnPage? tip = null;
        List<SolutionId> parts = [.. taken.In(solution.Id)];
        List<Attachment> attached = [.. solution.Attachments];
        var follow = new Followable(Followable.Solution, $"{solution.Id}");
        List<Func<IServiceProvider, Task>> asked = [];
        if (reader is not null)
            asked.Add(async services => follow = await WithReaderAsync(follow, reader, services, cancellation));
        if (reader is null && (found.HasDecisions || found.HasMoments))
            (decisions, moments) = (await pasts.FindAsync([solution.Id], cancellation))[solution.Id];
        // Who just changed something sees it.
        if (reader is not null && found.HasDecisions)
            asked.Add(async services => decisions = [.. (await SolutionPast.DecisionsAsync(Db(services), [solution.Id], cancellation)).Select(StageStep.Of)]);
        if (reader is not null && found.HasMoments)
            asked.Add(async services => moments = await SolutionPast.MomentsAsync(Db(services), [solution.Id], cancellation));
        if (found.HasRelations)
            asked.Add(async services => relations = await RelationsOf.For(Db(services))(Db(services), solution.Id).ToListAsync(cancellation));
        if (found.HasSources && !solution.IsSample)
            asked.Add(async services => sources = await SourcesOf.For(Db(services))(Db(services), solution.Id).ToListAsync(cancellation));
        if (parts.Count > 0)
            asked.Add(async services => attached.AddRange(await AttachmentsOfParts.ReadAsync(Db(services), parts, cancellation)));
        if (solution.Status == SolutionStatus.Tip)
            asked.Add(async services => tip = await TipOnPage.ReadAsync(Db(services), solution.Id, accounts, organisations, cancellation));
        var said = await together.SectionsAsync<ISolutionSection, SolutionSection>(
            section => section.ForAsync(solution.Card, reader, cancellation), cancellation, asked);
        var today = organisations.Today;
        var users = adoption.UsersOf(solution.Id);
        var maker = Find(solution.Origin);
        var told = maps.TellOf(users);
        var map = told.Map;
        var (related, successor, alike) = await OthersAsync(solution, relations, cancellation);
        var happened = await TellAsync(moments, cancellation);
        return (new()
        {
            Solution = solution,
            Themes = [.. solution.Themes.Select(label => new NamedLink(themes.OfLabel(label), $"{root}/muur?thema={Slug.From(label)}"))],
            Maker = maker,
            Users = users,
            Told = told,
            HexMap = map.With(maker is null ? null : maps.OfToday(maker.Id), reader?.Organisation is { } own ? maps.OfToday(own) : null),
            Freshness = new(
                solution.LastConfirmed,
                FreshnessRule.On(today, solution.Stage, solution.Status, solution.LastConfirmed) == Solutions.Freshness.Stale),
            Ladder = ladder.Of(solution, decisions),
            Chain = chain.Of(solution, decisions, happened, told.Moved),
            Follow = follow,
            Related = related,
            Successor = successor,
            Alike = alike,
            Sources = Sources(sources),
            People = PeopleOf(solution),
            Attachments = [.. attached.Where(file => file.IsShown)],
            Tip = tip,
        }, said);
    }

    /// <summary>Who answers for a solution, the steward first.</summary>
    public IReadOnlyList<ContactPerson> PeopleOf(SolutionDetails solution) =>
        [.. new[] { solution.Steward, solution.Deputy }.OfType<Contact>()
            .Select(person => new ContactPerson(person.Name, person.Role, Find(person.Organisation)))];

    private async Task<IReadOnlyList<DatedText>> TellAsync(IReadOnlyList<SolutionMoment> rows, CancellationToken cancellation)
    {
        var people = rows.Select(row => row.Person).OfType<PersonId>().Distinct().ToList();
        var names = people.Count == 0 ? null : await accounts.PeopleAsync(people, cancellation);
        return [.. rows.Select(row => new DatedText(
            row.Date, SolutionMoment.Said(row.Text, row.Person is { } person ? names?.GetValueOrDefault(person)?.Name : null)))];
    }

    // The cards of other solutions are in memory mostly.
    private async Task<(IReadOnlyList<RelatedSolution> Related, SolutionCard? Successor, IReadOnlyList<AlikeSolution> Alike)> OthersAsync(
        SolutionDetails solution, List<SolutionRelation> relations, CancellationToken cancellation)
    {
        SolutionId? successorId = solution.Successor is { } ended ? taken.TodayOf(ended) : null;
        var named = relations
            .OrderBy(relation => relation.From != solution.Id).ThenBy(relation => relation.Kind)
            .Select(relation => relation.From == solution.Id
                ? (Text: relation.Kind.TextFrom(), Other: relation.To)
                : (Text: relation.Kind.TextTo(), Other: relation.From))
            .ToList();
        List<SolutionId> direct = [.. named.Select(each => each.Other), .. successorId is { } next ? [next] : Array.Empty<SolutionId>()];
        var alike = search.MoreLike(solution.Id.Value, AlikeShown + direct.Count)
            .Select(hit => new SolutionId(hit.Id)).Except(direct).Take(AlikeShown).ToList();
        var known = await cards.FindAsync([.. direct.Concat(alike).Distinct()], cancellation);
        return (
            [.. named.Where(each => Public(each.Other) is not null).Select(each => new RelatedSolution(each.Text, known[each.Other]))],
            successorId is { } successor ? Public(successor) : null,
            [.. alike.Select(Public).OfType<SolutionCard>().Where(card => card.Status != SolutionStatus.Archived)
                .Select(card => new AlikeSolution(card, adoption.UsersOf(card.Id).Active))]);

        SolutionCard? Public(SolutionId id) =>
            known.GetValueOrDefault(id) is { } card && card.Status.IsPublic() ? card : null;
    }

    private IReadOnlyList<SourceOfSolution> Sources(List<SourceRow> rows) =>
        [.. rows
            .Select(row => new SourceOfSolution(SourceNames.Of(row.Source), Find(row.Organisation), row.Url, row.Date))
            .OrderBy(source => source.Name, StringComparer.Ordinal)
            .ThenBy(source => source.Organisation?.Slug, StringComparer.Ordinal)];

    private static async Task<Followable> WithReaderAsync(
        Followable what, CurrentPerson reader, IServiceProvider services, CancellationToken cancellation) =>
        services.GetService<IFollowing>() is { } following
            ? what with { Follows = await following.FollowsAsync(reader, what, cancellation) } : what;

    private static CatalogueDb Db(IServiceProvider services) => services.GetRequiredService<CatalogueDb>();

    private OrganisationSummary? Find(OrganisationId? id) => id is { } known ? organisations.Find(known) : null;

    /// <summary>A solution, and what else there is to ask about it.</summary>
    internal sealed record FoundSolution(SolutionDetails Details, bool HasDecisions, bool HasMoments, bool HasRelations, bool HasSources);

    // Not a tuple: PostgreSQL would be asked for a row within a row, which its driver does not read.
    private sealed record SourceRow(string Source, OrganisationId? Organisation, string Url, DateOnly Date);
}
