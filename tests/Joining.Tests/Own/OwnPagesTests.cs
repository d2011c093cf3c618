using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Joining.Own;
using Parelmuur.Joining.Tests.Uses;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Tests.Own;

public sealed class OwnPagesTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private const string Omar = "Omar Bensaïd", Lotte = "Lotte Kramer";

    [Fact]
    public async Task Own_ShowsWhatIsUsedWhatCouldBeAndWhatWasMade()
    {
        using var omar = await site.AsAsync(Omar);
        var page = await omar.OpenAsync("/mijn/organisatie");

        Assert.Equal("Gemeente Zutphen", page.QuerySelector("h1")!.TextContent);
        Assert.NotEmpty(page.QuerySelectorAll("[aria-labelledby=gebruiken] li"));
        Assert.Equal(3, page.QuerySelectorAll("[aria-labelledby=kansen] li").Length);
        Assert.Contains(page.QuerySelectorAll("[aria-labelledby=gemaakt] a"), link => link.TextContent == "Parkeren met begrip");
    }

    [Theory]
    [InlineData(Omar, true)]
    [InlineData("Noor Willems", false)]
    [InlineData("Pim Hendriks", false)]
    public async Task Menu_HasOurMunicipality_ForWhoWorksForOne(string name, bool has)
    {
        using var visitor = await site.AsAsync(name);
        var page = await visitor.OpenAsync("/en/muur");
        Assert.Equal(has ? ["Our municipality"] : [], page.QuerySelectorAll("header nav a[href='/en/mijn/organisatie']").Select(link => link.TextContent));
    }

    [Fact]
    public async Task Own_OfAMunicipalityThatWasDivided_LeadsToWhoCarriesOn()
    {
        var (haaren, femke) = (MunicipalityCode.Parse("GM0788").OrganisationId, await site.IdOfAsync("Femke de Boer"));
        await using (var scope = site.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<JoiningDb>().Database
                .ExecuteSqlAsync($"UPDATE accounts_memberships SET organisation = {haaren.Value} WHERE person = {femke.Value}");
        }

        using var visitor = await site.AsAsync("Femke de Boer");
        var page = await visitor.OpenAsync("/mijn/organisatie");
        var notice = page.QuerySelectorAll(".utrecht-alert").Single(each => each.TextContent.Contains("opgeheven", StringComparison.Ordinal));
        Assert.Equal(["Boxtel", "Oisterwijk", "Tilburg", "Vught"], notice.QuerySelectorAll("a").Select(link => link.TextContent).Order());
    }

    [Theory, OnEachDatabase]
    public static async Task Made_SaysWhatItAsksOfWhoLooksAfterIt(DatabaseKind kind)
    {
        await using var own = await ParelmuurApp.StartAsync(kind);
        await own.ImportAsync("Lochem", ("Aap", "Zutphen"), ("Noot", "Zutphen"));
        var (id, day) = ((await own.UsesAsync("lochem"))["Noot"].Solution.Value, new DateOnly(2024, 1, 31));
        await using (var scope = own.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<JoiningDb>().Database.ExecuteSqlAsync(
                $"UPDATE catalogue_solutions SET last_confirmed = {day} WHERE id = {id}");
        }

        using var omar = await own.AsAsync(Omar);
        var made = (await omar.OpenAsync("/mijn/organisatie")).QuerySelector("[aria-labelledby=gemaakt]")!;

        Assert.Equal("Noot", made.QuerySelector("li a")!.TextContent);
        Assert.Contains("Bevestigen moest vóór", made.QuerySelector("li")!.TextContent, StringComparison.Ordinal);
        var aap = made.QuerySelectorAll("li").Single(item => item.QuerySelector("a")!.TextContent == "Aap").TextContent;
        Assert.Contains("Zoekt een beheerder", aap, StringComparison.Ordinal);
        Assert.DoesNotContain("vóór", aap, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggestions_AreNeverUsedOrMadeByTheMunicipality_AndSayWhy()
    {
        using var lotte = await site.AsAsync(Lotte);
        var chances = await lotte.OpenAsync("/mijn/organisatie/kansen");
        var compared = await lotte.OpenAsync("/mijn/organisatie/vergelijken?mist=true");

        var items = chances.QuerySelectorAll("main > div > ul.pm-regels > li");
        Assert.NotEmpty(items);
        Assert.All(items, item => Assert.NotEmpty(item.QuerySelectorAll("ul li")));
        var used = (await lotte.OpenAsync("/gemeenten/leiden")).QuerySelectorAll("[aria-labelledby=gebruiken] tbody th a").Select(Slug).ToHashSet();
        Assert.NotEmpty(used);
        Assert.All(items, item => Assert.DoesNotContain(Slug(item.QuerySelector("strong a")!), used));
        Assert.All(compared.QuerySelectorAll("tbody tr"), row => Assert.Equal("–", row.QuerySelector("td")!.TextContent));
    }

    [Fact]
    public async Task Suggestion_OfOnePeer_SaysItInTheSingular()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var (words, organisations) = (scope.ServiceProvider.GetRequiredService<Words>(), scope.ServiceProvider.GetRequiredService<IOrganisations>());
        var card = await scope.ServiceProvider.GetRequiredService<ICatalogue>().FindBySlugAsync("vroegbel", default);
        Municipality[] peers = [organisations.FindMunicipalityBySlug("deventer")!, organisations.FindMunicipalityBySlug("lochem")!];

        Assert.Equal("1 van de 12 gemeenten zoals jullie gebruikt dit: Deventer.", new Suggestion(card!, peers[..1], 12).Reasons(words).First());
        Assert.Equal("2 van de 12 gemeenten zoals jullie gebruiken dit: Deventer, Lochem.", new Suggestion(card!, peers, 12).Reasons(words).First());
    }

    [Fact]
    public async Task Dismiss_NeedsAReason_StaysAway_AndCanBeUndone()
    {
        using var omar = await site.AsAsync(Omar);
        var page = await omar.OpenAsync("/mijn/organisatie/kansen");
        var first = page.QuerySelector("main form [name='Form.Solution']")!.GetAttribute("value")!;

        var again = await omar.SubmitAsync(page, "Leg weg", HttpStatusCode.BadRequest, ("Form.Reason", " "));
        Assert.Contains("Schrijf waarom dit niet past.", again.Body!.TextContent, StringComparison.Ordinal);

        var away = await omar.SubmitAsync(page, "Leg weg", HttpStatusCode.OK, ("Form.Reason", "Wij werken al met iets dat hetzelfde doet."));
        Assert.Empty(away.QuerySelectorAll($"[name='Form.Solution'][value='{first}']"));
        Assert.Contains("Wij werken al met iets dat hetzelfde doet.", away.QuerySelector("[aria-labelledby=weggelegd]")!.TextContent, StringComparison.Ordinal);

        // The same from another tab: the first reason stays.
        away = await omar.SubmitAsync(page, "Leg weg", HttpStatusCode.OK, ("Form.Reason", "Nog een keer."));
        Assert.Contains("Wij werken al met iets dat hetzelfde doet.", away.QuerySelector("[aria-labelledby=weggelegd]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Nog een keer.", away.Body!.TextContent, StringComparison.Ordinal);

        var back = await omar.SubmitAsync(away, "Maak ongedaan", HttpStatusCode.OK);
        Assert.NotEmpty(back.QuerySelectorAll($"[name='Form.Solution'][value='{first}']"));
        Assert.Null(back.QuerySelector("[aria-labelledby=weggelegd]"));
    }

    [Fact]
    public async Task Dismiss_AsReader_IsRefused()
    {
        using var lotte = await site.AsAsync(Lotte);
        var page = await lotte.OpenAsync("/mijn/organisatie/kansen");
        Assert.Empty(page.QuerySelectorAll("main form"));
        var token = page.QuerySelector("input[name=formulier]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent(
            [new("formulier", token), new("Form.Solution", $"{Guid.NewGuid()}"), new("Form.Reason", "Zomaar.")]);
        using var answer = await lotte.RawAsync(HttpMethod.Post, "/mijn/organisatie/kansen", form);
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null((await lotte.OpenAsync("/mijn/organisatie/kansen")).QuerySelector("[aria-labelledby=weggelegd]"));
    }

    [Fact]
    public async Task Compare_WithMoreThanFour_ShowsFourAndSaysSo()
    {
        using var omar = await site.AsAsync(Omar);
        var page = await omar.OpenAsync("/mijn/organisatie/vergelijken?met=deventer&met=leiden&met=tiel&met=houten&met=soest&met=Nergenshuizen");
        Assert.Equal(
            ["Oplossing", "Zutphen", "Deventer", "Leiden", "Tiel", "Houten"], page.QuerySelectorAll("thead th").Select(cell => cell.TextContent));
        Assert.Contains("Nergenshuizen", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("We tonen de eerste vier.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Solution_ForAMember_NamesPeersThatUseIt_AndNotForAVisitor()
    {
        using var omar = await site.AsAsync(Omar);
        Assert.NotEmpty((await omar.OpenAsync("/oplossingen/vroegbel")).QuerySelectorAll("[aria-labelledby=zoals-wij] li"));
        Assert.Null((await site.PageAsync("/oplossingen/vroegbel")).QuerySelector("[aria-labelledby=zoals-wij]"));
    }

    [Fact]
    public async Task Solution_ForAMember_TellsWhatAPeerWrote_UnlessThePeerHidesItsUse()
    {
        using var omar = await site.AsAsync(Omar);
        var (adoption, organisations) = (site.Services.GetRequiredService<IAdoption>(), site.Services.GetRequiredService<IOrganisations>());
        var solution = (await site.Services.GetRequiredService<ICatalogue>().FindBySlugAsync("vroegbel", default))!.Id;
        var peer = Slug((await omar.OpenAsync("/oplossingen/vroegbel")).QuerySelector("[aria-labelledby=zoals-wij] li a")!);
        Task WriteAsync(bool hidden) => adoption.DecideAsync(
            organisations.FindBySlug(peer)!.Id,
            [new(solution, UseAnswer.Use, organisations.Today, Details: new(Version: "7.3", Changed: "Wij bellen <ook> op zaterdag.", Again: WouldAgain.Differently, Contact: "Het wijkteam", Hidden: hidden))],
            Guid.NewGuid(), confirms: true, organisations.Today, new("test"), default);

        await WriteAsync(hidden: false);
        var shown = (await omar.OpenAsync("/oplossingen/vroegbel")).QuerySelector("[aria-labelledby=zoals-wij]")!.TextContent;
        Assert.All(
            (string[])["7.3", "Wij bellen <ook> op zaterdag.", "Ja, maar anders", "Vraag naar Het wijkteam."],
            text => Assert.Contains(text, shown, StringComparison.Ordinal));
        await WriteAsync(hidden: true);
        Assert.Empty(await adoption.NotesAsync(solution, [organisations.FindBySlug(peer)!.Id], default));
    }

    private static string Slug(IElement link) => link.GetAttribute("href")!.Split('/')[^1];
}
