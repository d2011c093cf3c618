using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Adoption;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Tests.Sharing;
using Parelmuur.Catalogue.Tests.Stewardship;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Tests.Solutions;

public sealed class DetailsPageTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private static readonly Actor Tester = new("proef");

    [Fact]
    public async Task Get_Solution_TellsEverything()
    {
        var page = await site.PageAsync("/oplossingen/vroegbel");
        Assert.Equal("Vroegbel", Text(page, "h1"));
        Assert.Equal("87×", Text(page, ".pm-feiten strong"));
        Assert.Equal("gebruikt, 1× gemaakt (61 bevestigd)", Text(page, ".pm-feiten small"));
        Assert.Contains("Ongeveer 20.640 uur (schatting: 86 × 240 uur bouwtijd)", Text(page, ".utrecht-data-list"), StringComparison.Ordinal);
        Assert.Contains("Joke van der Velde", Text(page, "#bellen"), StringComparison.Ordinal);
        Assert.Contains("verzonnen persoon", Text(page, "#bellen"), StringComparison.Ordinal);
        Assert.Equal("Voorbeeld", Text(page, ".utrecht-status-badge--let-op"));
        Assert.Equal("/api/v1/solutions/vroegbel", page.QuerySelector("link[rel=alternate][type='application/json']")?.GetAttribute("href"));
        Assert.StartsWith("87 van de 342 gemeenten gebruiken Vroegbel.", page.QuerySelector(".pm-hexkaart--pagina")!.GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vroegbel", "/oplossingen/vroegbel/stappenplan/aansluiten")]
    [InlineData("buurtfeest-melden", "/oplossingen/buurtfeest-melden/gebruiken")]
    [InlineData("kapwijzer", null)] // It has ended.
    public async Task Get_Join_StandsAtTheHeadAndLeadsToWhereOneJoins(string slug, string? path)
    {
        var join = (await site.PageAsync($"/oplossingen/{slug}")).QuerySelectorAll(".pm-detailkop a").FirstOrDefault(link => link.TextContent.Trim() == "Sluit aan");
        Assert.Equal(path, join?.GetAttribute("href"));
    }

    [Fact]
    public async Task Get_Solution_BeginsTheSideWithWhomToCall_AndEndsItWithItsHistory()
    {
        var aside = (await site.PageAsync("/oplossingen/vroegbel")).QuerySelector("main aside")!;
        Assert.Equal("bellen", aside.FirstElementChild!.Id);
        Assert.NotNull(aside.LastElementChild!.QuerySelector("a[href$='/geschiedenis']"));
    }

    [Fact]
    public async Task Get_SolutionThatOnesOwnMunicipalityUses_ShowsItOnTheMapAndOffersNoJoining()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        var page = await samira.OpenAsync("/oplossingen/vroegbel");
        Assert.NotNull(page.QuerySelector(".pm-detailkop .pm-hexkaart .wij"));
        Assert.DoesNotContain(page.QuerySelectorAll(".pm-detailkop a"), link => link.TextContent.Trim() == "Sluit aan");
        Assert.Null((await site.PageAsync("/oplossingen/vroegbel")).QuerySelector(".pm-detailkop .pm-hexkaart .wij"));
    }

    [Fact]
    public async Task Get_Solution_ListsEveryUserOnceByProvince()
    {
        var page = await site.PageAsync("/oplossingen/vroegbel");
        var users = page.QuerySelector("section[aria-labelledby=gebruik] .pm-provincies")!.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).ToList();
        Assert.Equal(87, users.Count);
        Assert.Equal(87, users.Distinct().Count());
        Assert.All(users, user => Assert.StartsWith("/gemeenten/", user, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_Solution_WithOneUser_SaysItInTheSingular()
    {
        var (slug, organisations) = (await site.MakeAsync("Enkelspoorkaart"), site.Services.GetRequiredService<IOrganisations>());
        var solution = await site.StoredAsync(slug);
        await site.Services.GetRequiredService<IAdoption>().StateOwnUseAsync(
            solution.Id, organisations.FindBySlug("deventer")!.Id, confirms: true, organisations.Today, Tester, default);
        await Writer.UntilAsync(() => Task.FromResult(site.Services.GetRequiredService<IAdoption>().UsersOf(solution.Id).Active == 1));
        using var samira = await site.AsAsync("Samira Yıldız");

        foreach (var (start, text) in new[] { ("", "1 van de 342 gemeenten gebruikt Enkelspoorkaart."), ("/en", "1 of the 342 municipalities uses Enkelspoorkaart.") })
        {
            var page = await samira.OpenAsync($"{start}/oplossingen/{slug}");
            Assert.StartsWith(text, page.QuerySelector(".pm-hexkaart--pagina")!.GetAttribute("aria-label"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_OrganisationThatOnlyPlansIt_JoinsAndIsNoUser()
    {
        var (slug, organisations, adoption) =
            (await site.MakeAsync("Dubbelspoorkaart"), site.Services.GetRequiredService<IOrganisations>(), site.Services.GetRequiredService<IAdoption>());
        var solution = await site.StoredAsync(slug);
        var others = await organisations.EnsureAsync([new("Waterschap Proefwater"), new("Waterschap Plannenland")], Tester, default);
        var day = new DateOnly(2026, 5, 1);
        await adoption.ClaimAsync(
            [new(solution.Id, others[0]!.Id, UseState.Active, "Lijst", day, null), new(solution.Id, others[1]!.Id, UseState.Planned, "Lijst", day, null)],
            Tester, default);
        await Until.TrueAsync(() => Task.FromResult(adoption.UsersOf(solution.Id).Users.Count == 2));
        using var samira = await site.AsAsync("Samira Yıldız");

        foreach (var (start, uses, joins) in new[] { ("", "Ook gebruikt door:", "Sluit nu ook aan:"), ("/en", "Also used by:", "Also joining now:") })
        {
            var text = Text(await samira.OpenAsync($"{start}/oplossingen/{slug}"), "section[aria-labelledby=gebruik]");
            Assert.Contains($"{uses} Waterschap Proefwater.", text, StringComparison.Ordinal);
            Assert.Contains($"{joins} Waterschap Plannenland.", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_Spread_EndsAtTheNumberOfUsers()
    {
        var page = await site.PageAsync("/oplossingen/vroegbel");
        Assert.NotNull(page.QuerySelector("svg.pm-grafiek[role=img][aria-label]"));
        Assert.Equal("87", page.QuerySelector("section[aria-labelledby=gebruik] tbody tr:last-child td:last-child")!.TextContent);
    }

    [Fact]
    public async Task Get_Ladder_ShowsTheWayAndWhatIsNeeded()
    {
        var rungs = (await site.PageAsync("/oplossingen/vroegbel")).QuerySelectorAll(".pm-ladder > li");
        Assert.Equal(["klaar", "klaar", "nu", "straks", "straks"], rungs.Select(rung => rung.ClassName!["pm-ladder__".Length..]));
        Assert.Contains("september 2022", rungs[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Nodig: afspraken over onderhoud en geld.", rungs[3].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Archived_PointsToItsSuccessor()
    {
        var page = await site.PageAsync("/oplossingen/kapwijzer");
        Assert.Contains("Dit is gestopt.", Text(page, ".utrecht-alert"), StringComparison.Ordinal);
        Assert.Equal("/oplossingen/boomcheck", page.QuerySelector(".utrecht-alert a")?.GetAttribute("href"));
    }

    [Theory]
    [InlineData("rode-pen-uur", "Dit is te lang niet bevestigd.")]
    [InlineData("repaircafe-in-de-hal", "Tip, nog niet bevestigd door Deventer")]
    public async Task Get_Status_IsSaidFirst(string slug, string message) =>
        Assert.StartsWith(message, Text(await site.PageAsync($"/oplossingen/{slug}"), ".utrecht-alert"), StringComparison.Ordinal);

    [Fact]
    public async Task Get_Relation_ReadsRightFromBothSides()
    {
        Assert.Contains("Vervangt Kapwijzer", Text(await site.PageAsync("/oplossingen/boomcheck"), "aside"), StringComparison.Ordinal);
        Assert.Contains("Vervangen door Boomcheck", Text(await site.PageAsync("/oplossingen/kapwijzer"), "aside"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/oplossingen/bestaat-niet")]
    [InlineData("/oplossingen/bestaat-niet/foto-kaart")]
    [InlineData("/oplossingen/%3Cscript%3E")]
    public async Task Get_Unknown_IsNotFound(string address) => await site.PageAsync(address, HttpStatusCode.NotFound);

    [Theory]
    [InlineData("", "")]
    [InlineData("/en", "")]
    [InlineData("", "/foto-kaart")]
    [InlineData("", "/stappenplan?versie=1")]
    [InlineData("/en", "/verspreiding")]
    public async Task Get_FormerAddress_MovesForGood(string root, string below)
    {
        var former = $"oude-naam{root.Replace('/', '-')}{below.Replace('/', '-').Split('?')[0]}";
        await SaveAsync((db, _) =>
        {
            var solution = db.Solutions.Single(each => each.Slug == "vroegbel");
            db.Slugs.Add(new(former, solution.Id));
            db.Record(new SolutionRevised(solution.Id, ["Slug"]), Tester);
        });
        using var response = await site.Client.GetAsync(new Uri($"{root}/oplossingen/{former}{below}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal($"{root}/oplossingen/vroegbel{below}", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Get_BareImport_LeavesOutWhatIsNotKnown()
    {
        await SaveAsync((db, organisations) =>
        {
            var zutphen = organisations.FindMunicipalityBySlug("zutphen")!.Id;
            var solution = Share(db, "kaal", new SolutionContent { Title = "Kale vermelding <b>" }, SolutionStatus.Published);
            db.Sources.Add(SolutionSource.Of("algoritmeregister", "1", solution.Id, zutphen, "https://bron.example/1", new DateOnly(2026, 8, 8), "x"));
        });
        var page = await site.PageAsync("/oplossingen/kaal");
        Assert.Equal("Kale vermelding <b>", Text(page, "h1"));
        Assert.Contains("Zutphen volgens Algoritmeregister, 8 augustus 2026.", Text(page, "#vandaan"), StringComparison.Ordinal);
        Assert.Equal("https://bron.example/1", page.QuerySelector("#vandaan a")?.GetAttribute("href"));
        Assert.Contains("zoekt nog een beheerder", Text(page, "#bellen"), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#gebruik, #oplevert, .utrecht-alert, .pm-feiten, .utrecht-paragraph--lead, .utrecht-status-badge--let-op"));
        Assert.All(page.QuerySelectorAll("main h2, main h3"), heading => Assert.NotEmpty(heading.ParentElement!.TextContent.Replace(heading.TextContent, "", StringComparison.Ordinal).Trim()));
    }

    [Fact]
    public async Task Get_Draft_IsNotFound()
    {
        await SaveAsync((db, _) => Share(db, "kladje", new SolutionContent { Title = "Kladje" }, SolutionStatus.Draft));
        await site.PageAsync("/oplossingen/kladje", HttpStatusCode.NotFound);
        await site.PageAsync("/oplossingen/kladje/foto-kaart", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_English_SpeaksEnglishAroundTheDutchText()
    {
        var page = await site.PageAsync("/en/oplossingen/vroegbel");
        Assert.Equal("nl", page.QuerySelector("h1")!.GetAttribute("lang"));
        Assert.Equal("used, made 1× (61 confirmed)", Text(page, ".pm-feiten small"));
        Assert.Contains("About 20,640 hours (estimate: 86 × 240 hours of building)", Text(page, ".utrecht-data-list"), StringComparison.Ordinal);
        Assert.Equal("Financial security", Text(page, ".pm-detailkop a"));
        Assert.Contains("The text of this solution is in Dutch.", Text(page, ".pm-detailkop"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_PhotoCard_HoldsWhatYouHandOut()
    {
        var page = await site.PageAsync("/oplossingen/vroegbel/foto-kaart");
        var card = page.QuerySelector(".pm-fotokaart")!;
        Assert.Equal("Terug naar de oplossing", Text(page, ".pm-geen-print a[href='/oplossingen/vroegbel']"));
        Assert.NotNull(page.QuerySelector(".pm-geen-print button[data-print]"));
        Assert.Equal("Vroegbel", card.QuerySelector("h1")!.TextContent);
        Assert.NotNull(card.QuerySelector(".pm-qr"));
        Assert.NotNull(card.QuerySelector(".pm-hexkaart"));
        Assert.Contains("61%", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("Joke van der Velde", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("vroegbel@voorbeeld.example", card.TextContent, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Get_TwoDatabasesInOneProcess_AnswersFromBoth(DatabaseKind kind)
    {
        await using var other = await ParelmuurApp.StartAsync(kind);
        foreach (var path in (string[])["/oplossingen/vroegbel", "/gemeenten/deventer"])
        {
            var here = await site.PageAsync(path);
            var there = await other.PageAsync(path);
            Assert.Equal(Text(here, "h1"), Text(there, "h1"));
        }
    }

    private static Solution Share(CatalogueDb db, string slug, SolutionContent content, SolutionStatus status)
    {
        var solution = Solution.Share(slug, content, Stage.Gem, status, new DateOnly(2026, 8, 8), confirmed: null, isSample: false);
        db.Solutions.Add(solution);
        db.Slugs.Add(new(slug, solution.Id));
        db.Record(new SolutionShared(solution.Id, solution.Title, solution.Stage), Tester);
        return solution;
    }

    private async Task SaveAsync(Action<CatalogueDb, IOrganisations> change)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
        change(db, scope.ServiceProvider.GetRequiredService<IOrganisations>());
        await db.SaveChangesAsync();
    }

    private static string Text(IDocument page, string selector) =>
        string.Join(' ', (page.QuerySelector(selector)?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
