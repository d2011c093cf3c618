using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Adoption;
using Parelmuur.Catalogue.Searching;
using Parelmuur.Catalogue.Tests.Import;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;
using Parelmuur.Search;

namespace Parelmuur.Catalogue.Tests.Searching;

/// <summary>What is written in the ledger can be found a moment later: added, changed and taken back.</summary>
public sealed class SearchIndexFollowsLedgerTests
{
    private const string Title = "Zoemende lantaarns";

    [Theory, OnEachDatabase]
    public async Task Read_NewEntry_MakesItFindable(DatabaseKind kind)
    {
        await using var room = await ImportRoom.OpenAsync(kind);
        await StartAsync(room);
        await room.RegisterAsync(room.WriteRegister(ImportRoom.Algorithm("1", Title)));
        Assert.Empty(Find(room, "lantaarns"));

        await ReadAsync(room);

        Assert.Single(Find(room, "lantaarns"));
    }

    [Fact]
    public async Task Read_ChangedEntry_FindsItsNewWordsAndNoLongerTheOld()
    {
        await using var room = await ImportRoom.OpenAsync();
        await room.RegisterAsync(room.WriteRegister(ImportRoom.Algorithm("1", Title, purpose: "Telt vleermuizen.")));
        await StartAsync(room);
        Assert.Single(Find(room, "vleermuizen"));

        await room.RegisterAsync(room.WriteRegister(ImportRoom.Algorithm("1", Title, purpose: "Telt nachtvlinders.")));
        await ReadAsync(room);

        Assert.Single(Find(room, "nachtvlinders"));
        Assert.Empty(Find(room, "vleermuizen"));
    }

    [Fact]
    public async Task Read_EntryNoLongerPublic_TakesItOutAlsoWhenReadTwice()
    {
        await using var room = await ImportRoom.OpenAsync();
        await room.RegisterAsync(room.WriteRegister(ImportRoom.Algorithm("1", Title), ImportRoom.Algorithm("2", "Stille lantaarns")));
        await StartAsync(room);
        Assert.Equal(2, Find(room, "lantaarns").Count);

        await room.AskAsync(db => db.Solutions.Where(solution => solution.Title == Title)
            .ExecuteUpdateAsync(set => set.SetProperty(solution => solution.Status, SolutionStatus.Draft)));
        await ReadAsync(room);
        await ReadAsync(room);

        Assert.Single(Find(room, "lantaarns"));
    }

    [Theory, OnEachDatabase]
    public async Task Check_OnlyASourceSaysIt_QuotesThatSourceAndSaysWhose(DatabaseKind kind)
    {
        await using var room = await ImportRoom.OpenAsync(kind);
        await room.RegisterAsync(room.WriteRegister(
            ImportRoom.Algorithm("1", Title, "Gemeente Gouda", "Telt vleermuizen bij nacht in parken en langs singels."),
            ImportRoom.Algorithm("2", Title, "Gemeente Leiden", "Dimt de straatverlichting zodra niemand fietst."),
            ImportRoom.Algorithm("3", "Zoutstrooier", "Gemeente Leiden", "Strooit zout op fietspaden bij vorst.")));
        await StartAsync(room);

        var report = await CheckAsync(room, "Wij willen straatverlichting dimmen als niemand fietst.");
        var own = await CheckAsync(room, "Wij willen vleermuizen tellen in parken en langs singels.");

        Assert.Equal((Title, "Leiden"), (report.Card.Title, report.SaidBy?.Name));
        Assert.Equal("Dimt de straatverlichting zodra niemand fietst.", string.Concat(report.ThisSolution.Select(piece => piece.Text)));
        Assert.Equal((Title, null), (own.Card.Title, own.SaidBy?.Name));
        Assert.Contains("vleermuizen", string.Concat(own.ThisSolution.Select(piece => piece.Text)), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Pass_AfterTheMidnightAtWhichAConfirmationLapsed_CountsItNoLonger(DatabaseKind kind)
    {
        // Half past eleven in the Netherlands, on the last day that it counts.
        var time = new SetTime(new(2026, 11, 20, 22, 30, 0, TimeSpan.Zero));
        await using var room = await ImportRoom.OpenAsync(kind, time);
        await room.RegisterAsync(room.WriteRegister(ImportRoom.Algorithm("1", Title), ImportRoom.Algorithm("2", "Zoemende fietsen")));
        var ids = await room.AskAsync(db => db.Solutions.ToDictionaryAsync(each => each.Title, each => each.Id));
        foreach (var (title, day) in new[] { (Title, new DateOnly(2025, 10, 20)), ("Zoemende fietsen", new(2025, 10, 21)) })
        {
            await room.Get<IAdoption>().DecideAsync(
                room.Get<IOrganisations>().FindMunicipalityBySlug("gouda")!.Id, [new(ids[title], UseAnswer.Confirm)], Guid.NewGuid(), confirms: true, day, new("test"), default);
        }

        await room.LoadAsync();
        await PassAsync(room);
        Assert.Equal((2, 0), Confirmed(room));

        time.Pass(TimeSpan.FromHours(1));
        await PassAsync(room);
        Assert.Equal((1, 1), Confirmed(room));

        time.Pass(TimeSpan.FromDays(1));
        await PassAsync(room);
        Assert.Equal((0, 2), Confirmed(room));
    }

    [Theory, OnEachDatabase]
    public async Task Read_WhoOnlyPlansIt_IsNoUserOfAFacetNorAPeerThatUsesIt(DatabaseKind kind)
    {
        await using var room = await ImportRoom.OpenAsync(kind);
        await room.RegisterAsync(room.WriteRegister(ImportRoom.Algorithm("1", Title, "Provincie Gelderland", "Telt vleermuizen bij nacht in parken.")));
        var id = await room.AskAsync(db => db.Solutions.Select(each => each.Id).SingleAsync());
        var organisations = room.Get<IOrganisations>();
        var zutphen = organisations.FindMunicipalityBySlug("zutphen")!.Id;
        var peers = organisations.Peers(zutphen, 40, organisations.Today).Select(peer => peer.Municipality).ToList();
        var uses = peers[0];
        var plans = peers.First(peer => peer.Province != uses.Province && peer.SizeClass != uses.SizeClass);
        var day = new DateOnly(2026, 5, 1);
        await room.Get<IAdoption>().ClaimAsync(
            [new(id, uses.Id, UseState.Active, "Lijst", day, null), new(id, plans.Id, UseState.Planned, "Lijst", day, null)], new("test"), default);

        await room.LoadAsync();

        Assert.Equal(1, room.Get<IAdoption>().UsersOf(id).Planned);
        Assert.Equal([uses.Province.Code], Values(room, FacetNames.Province));
        Assert.Equal([uses.SizeClass!.Value.ToString()], Values(room, FacetNames.Size));
        Assert.Equal([uses.Id], (await CheckAsync(room, "Wij willen vleermuizen tellen in parken.", zutphen)).Peers.Select(peer => peer.Id));
    }

    private static IEnumerable<string> Values(ImportRoom room, string facet) =>
        room.Get<ISearch>().Find(new SearchQuestion("") { CountFacets = [facet] }).Facets[facet].Select(each => each.Value);

    private static (int Yes, int No) Confirmed(ImportRoom room) => (Having(room, FacetNames.Yes), Having(room, FacetNames.No));

    private static int Having(ImportRoom room, string confirmed) =>
        room.Get<ISearch>().Find(new SearchQuestion("zoemende") { Filters = [new(FacetNames.Confirmed, confirmed)] }).Hits.Count;

    private static Task PassAsync(ImportRoom room) => Reader(room).PassAsync(CancellationToken.None);

    private static async Task<FoundSolution> CheckAsync(ImportRoom room, string plan, OrganisationId? municipality = null)
    {
        await using var scope = room.Get<IServiceScopeFactory>().CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<ICatalogue>().CheckAsync(plan, municipality, 5, CancellationToken.None);
        return report.Found[0];
    }

    private static IReadOnlyList<SearchHit> Find(ImportRoom room, string text) =>
        room.Get<ISearch>().Find(new SearchQuestion(text)).Hits;

    private static Task StartAsync(ImportRoom room) => Reader(room).StartAsync(CancellationToken.None);

    // All of the ledger again and again: a reader gets every entry at least once.
    private static async Task ReadAsync(ImportRoom room) => await Reader(room).ReadAsync(
        await room.AskAsync(db => db.Set<LedgerEntry>().AsNoTracking().ToListAsync()), CancellationToken.None);

    private static ILedgerReader Reader(ImportRoom room) =>
        room.Get<IEnumerable<ILedgerReader>>().Single(reader => string.Equals(reader.Name, "search index", StringComparison.Ordinal));
}
