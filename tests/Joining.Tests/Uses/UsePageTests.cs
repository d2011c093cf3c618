using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Adoption;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Tests.Uses;

/// <summary>"Wij gebruiken dit": one click from the solution.</summary>
public sealed class UsePageTests
{
    [Theory, OnEachDatabase]
    public async Task Coordinator_SaysItAtOnce_EditsHidesEndsAndUndoes(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind);
        await site.ImportAsync("Lochem", ("Aap", "Gouda"));
        using var omar = await site.AsAsync(Zutphen.Coordinator);

        Assert.NotNull((await omar.OpenAsync("/oplossingen/aap")).QuerySelector("a[href$='/oplossingen/aap/gebruiken']"));
        var empty = await omar.SubmitAsync(await omar.OpenAsync("/oplossingen/aap/gebruiken"), "Bewaar dit", HttpStatusCode.BadRequest);
        Assert.Contains("Kies één antwoord.", empty.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        var undated = await omar.SubmitAsync(empty, "Bewaar dit", HttpStatusCode.BadRequest, ("Form.Answer", "Plan"), ("Form.Version", "4.2"));
        Assert.Contains("Kies wanneer jullie willen beginnen.", undated.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        var page = await omar.SubmitAsync(undated, "Bewaar dit", HttpStatusCode.OK, ("Form.Since", "2030-05-01"));
        Assert.Contains("bevestigd door Zutphen", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sluit aan in mei 2030", page.Body.TextContent, StringComparison.Ordinal);

        await omar.SubmitAsync("/oplossingen/aap/gebruiken", "Bewaar dit", ("Form.Answer", "Use"), ("Form.Since", "2025-05-01"), ("Form.Hidden", "true"));
        var use = (await site.UsesAsync())["Aap"];
        Assert.Equal((UseState.Active, "4.2", true), (use.State, use.Details.Version!, use.Details.Hidden));

        page = await omar.SubmitAsync("/oplossingen/aap/gebruiken", "Bewaar dit", ("Form.Answer", "End"), ("Form.EndedOn", "2026-05-01"), ("Form.Reason", "Op"));
        Assert.Equal(UseState.Ended, (await site.UsesAsync())["Aap"].State);
        await omar.SubmitAsync(page, "Maak ongedaan", HttpStatusCode.OK);
        Assert.Equal(UseState.Active, (await site.UsesAsync())["Aap"].State);
    }

    [Theory, OnEachDatabase]
    public async Task TwoColleagues_AtOnce_TheSecondSeesWhatTheFirstMadeOfIt_AndTheNextTrySaves(DatabaseKind kind)
    {
        const string path = "/oplossingen/aap/gebruiken";
        await using var site = await ParelmuurApp.StartAsync(kind);
        await site.ImportAsync("Zutphen", ("Aap", "Gouda"));
        using var omar = await site.AsAsync(Zutphen.Coordinator);
        using var other = await site.AsAsync(Zutphen.Coordinator);
        var stale = await other.OpenAsync(path);
        await omar.SubmitAsync(path, "Bewaar dit", ("Form.Answer", "Use"), ("Form.Version", "4.2"));

        var clash = await other.SubmitAsync(stale, "Bewaar dit", HttpStatusCode.BadRequest, ("Form.Answer", "Use"), ("Form.Changed", "Andere kleuren"));
        Assert.Contains("Iemand anders heeft hier net iets aan veranderd.", clash.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("4.2", clash.QuerySelectorAll("section").Single(each => each.TextContent.Contains("Dit bewaarde je collega", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.Equal("Andere kleuren", clash.QuerySelector<IHtmlTextAreaElement>("[name='Form.Changed']")!.Value);
        Assert.Null((await site.UsesAsync())["Aap"].Details.Changed);

        await other.SubmitAsync(clash, "Bewaar dit", HttpStatusCode.OK, ("Form.Version", "4.2"));
        var details = (await site.UsesAsync())["Aap"].Details;
        Assert.Equal(("4.2", "Andere kleuren"), (details.Version!, details.Changed!));
    }

    [Theory, OnEachDatabase]
    public async Task TwoColleagues_AboutWhatIsNotThereYet_TheSecondSeesTheFirst(DatabaseKind kind)
    {
        const string path = "/oplossingen/aap/gebruiken";
        await using var site = await ParelmuurApp.StartAsync(kind);
        await site.ImportAsync("Lochem", ("Aap", "Gouda"));
        using var omar = await site.AsAsync(Zutphen.Coordinator);
        using var other = await site.AsAsync(Zutphen.Coordinator);
        var stale = await other.OpenAsync(path);
        await omar.SubmitAsync(path, "Bewaar dit", ("Form.Answer", "Use"), ("Form.Version", "4.2"));

        var clash = await other.SubmitAsync(stale, "Bewaar dit", HttpStatusCode.BadRequest, ("Form.Answer", "Use"), ("Form.Changed", "Andere kleuren"));

        Assert.Contains("Iemand anders heeft hier net iets aan veranderd.", clash.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("4.2", (await site.UsesAsync())["Aap"].Details.Version);
    }

    [Fact]
    public async Task List_CountsLikeThePageOfTheMunicipality_AndHasVersionsOnlyWhereThereAre()
    {
        const string list = "/mijn/organisatie/gebruik?q=zoek";
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        await site.ImportAsync("Zutphen", ("Zoek een", "Gouda"), ("Zoek twee", "Gouda"), ("Zoek drie", "Gouda"));
        using var omar = await site.AsAsync(Zutphen.Coordinator);
        await omar.SubmitAsync("/oplossingen/zoek-een/gebruiken", "Bewaar dit", ("Form.Answer", "Use"));

        var page = await omar.OpenAsync(list);
        Assert.Contains("3 oplossingen: 1 in gebruik, 2 wachten op antwoord", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("th"), each => each.TextContent == "Versie");

        await omar.SubmitAsync("/oplossingen/zoek-twee/gebruiken", "Bewaar dit", ("Form.Answer", "Plan"), ("Form.Since", "2030-05-01"), ("Form.Version", "4.2"));
        page = await omar.OpenAsync(list);
        Assert.Contains("3 oplossingen: 1 in gebruik, 1 gepland, 1 wacht op antwoord", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("th"), each => each.TextContent == "Versie");
    }

    [Fact]
    public async Task Contributor_States_AndTheCoordinatorConfirms()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        await site.ImportAsync("Lochem", ("Aap", "Gouda"));
        using var samira = await site.AsAsync(Zutphen.Contributor);
        await samira.SubmitAsync("/oplossingen/aap/gebruiken", "Bewaar dit", ("Form.Answer", "Use"));
        var use = (await site.UsesAsync())["Aap"];
        Assert.Equal((true, ClaimKind.OwnPeople), (use.Waits, use.ClaimedAs!.Value));

        using var omar = await site.AsAsync(Zutphen.Coordinator);
        Assert.NotNull((await omar.OpenAsync("/mijn")).QuerySelector("a[href$='/mijn/organisatie/gebruik/wacht']"));
        await omar.SubmitAsync("/mijn/organisatie/gebruik/wacht", "De rest klopt allemaal");
        Assert.Equal(Zutphen.Today(site), (await site.UsesAsync())["Aap"].ConfirmedOn);
        Assert.Contains(
            "Een coördinator heeft dit bevestigd.", (await samira.OpenAsync("/oplossingen/aap/gebruiken")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_ByTheMaker_WaitsAtTheUser_AndTellsNothingOfIt()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        await site.ImportAsync("Lochem", ("Aap", "Zutphen"));
        using var samira = await site.AsAsync(Zutphen.Contributor);
        var wrong = await samira.SubmitAsync(
            await samira.OpenAsync("/oplossingen/aap/gebruikers-melden"), "Meld deze gebruikers", HttpStatusCode.BadRequest, ("Form.Names", "Deventer\nNergenshuizen"));
        Assert.Contains("‘Nergenshuizen’ kennen we niet.", wrong.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        await samira.SubmitAsync(wrong, "Meld deze gebruikers", HttpStatusCode.OK, ("Form.Names", "Deventer\ngemeente Deventer\nZutphen"));

        var use = (await site.UsesAsync("deventer"))["Aap"];
        Assert.Equal((true, "Zutphen", ClaimKind.Steward), (use.Waits, use.ClaimedBy!, use.ClaimedAs!.Value));
        Assert.False((await site.UsesAsync()).ContainsKey("Aap"));
        using var femke = await site.AsAsync("Femke de Boer");
        await femke.OpenAsync("/oplossingen/aap/gebruikers-melden", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Report_ByAStewardElsewhere_WaitsAtTheUser()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        await site.ImportAsync("Lochem", ("Aap", "Gouda"));
        var (femke, id) = (await site.IdOfAsync("Femke de Boer"), (await site.UsesAsync("lochem"))["Aap"].Solution.Value);
        await using (var scope = site.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<JoiningDb>().Database.ExecuteSqlAsync(
                $"UPDATE catalogue_solutions SET steward_person = {femke.Value} WHERE id = {id}");
        }

        using var steward = await site.AsAsync("Femke de Boer");
        Assert.NotEmpty((await steward.OpenAsync("/oplossingen/aap")).QuerySelectorAll("a[href$='/gebruikers-melden']"));
        await steward.SubmitAsync("/oplossingen/aap/gebruikers-melden", "Meld deze gebruikers", ("Form.Names", "Zutphen"));

        Assert.Equal((true, "Deventer", ClaimKind.Steward), ((await site.UsesAsync())["Aap"] is var use && use.Waits, use.ClaimedBy!, use.ClaimedAs!.Value));
    }

    [Fact]
    public async Task Compare_ShowsWhatOneHidesOneself_AndNotWhatOthersHide()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        await site.ImportAsync("Zutphen; Lochem", ("Aap", "Gouda"));
        await site.DecideAsync(Zutphen.Today(site), new UseDecision((await site.UsesAsync())["Aap"].Solution, UseAnswer.Use, Details: new(Hidden: true)));

        using var omar = await site.AsAsync(Zutphen.Coordinator);
        await Zutphen.UntilAsync(async () => !(await omar.OpenAsync("/gemeenten/zutphen")).Body!.TextContent.Contains("Aap", StringComparison.Ordinal));
        var row = (await omar.OpenAsync("/mijn/organisatie/vergelijken?met=lochem")).QuerySelectorAll("tbody tr").Single(each => each.QuerySelector("th")!.TextContent == "Aap");
        Assert.NotEqual("–", row.QuerySelector("td")!.TextContent);
        Assert.DoesNotContain(
            (await omar.OpenAsync("/mijn/organisatie/vergelijken?met=lochem&mist=true")).QuerySelectorAll("tbody th"), cell => cell.TextContent == "Aap");

        using var joost = await site.AsAsync("Joost van Rijn");
        Assert.All(
            (await joost.OpenAsync("/mijn/organisatie/vergelijken?met=zutphen")).QuerySelectorAll("tbody tr").Where(each => each.QuerySelector("th")!.TextContent == "Aap"),
            each => Assert.Equal("–", each.QuerySelectorAll("td")[1].TextContent));
    }

    [Fact]
    public async Task Supplier_SeesWhoConfirmedItsOwnProducts_AndNothingElse()
    {
        const string supplier = "Voorbeeldmaker Software";
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        await site.Services.GetRequiredService<IOrganisations>().EnsureAsync([new(supplier, OrganisationKind.Supplier)], new("test"), default);
        await site.ImportAsync("Zutphen; Deventer", ("Eigen product", supplier), ("Van een ander", "Gouda"));
        var uses = await site.UsesAsync();
        await site.DecideAsync(
            Zutphen.Today(site), new(uses["Eigen product"].Solution, UseAnswer.Confirm, Details: new(Version: "9.9-geheim")),
            new(uses["Van een ander"].Solution, UseAnswer.Confirm));
        using var lotte = await site.AsAsync("Lotte Kramer");
        await lotte.SubmitAsync("/mijn/organisaties", "Vraag deze rol", ("Form.Other", supplier), ("Form.Role", "Contributor"));
        using (var pim = await site.AsAsync("Pim Hendriks"))
            await pim.SubmitAsync("/beheer/aanmeldingen", "Laat Lotte Kramer binnen");
        await lotte.SubmitAsync("/mijn/organisaties", $"Werk voor {supplier}");

        await Zutphen.UntilAsync(async () => (await lotte.OpenAsync("/mijn/organisatie/gebruik")).QuerySelectorAll("tbody tr").Length > 0);
        var page = await lotte.OpenAsync("/mijn/organisatie/gebruik");
        Assert.Equal("Eigen product", Assert.Single(page.QuerySelectorAll("tbody tr")).QuerySelector("th a")!.TextContent);
        Assert.Contains("Zutphen", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Deventer", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", page.Body!.TextContent, StringComparison.Ordinal);
        await lotte.OpenAsync("/mijn/organisatie/gebruik/wacht", HttpStatusCode.Forbidden);

        // What it reports waits at the user, in its name.
        await lotte.SubmitAsync("/oplossingen/eigen-product/gebruikers-melden", "Meld deze gebruikers", ("Form.Names", "Lochem"));
        var told = (await site.UsesAsync("lochem"))["Eigen product"];
        Assert.Equal((ClaimKind.Supplier, supplier, true), (told.ClaimedAs!.Value, told.ClaimedBy!, told.Waits));

        await site.DecideAsync(Zutphen.Today(site), new UseDecision(uses["Eigen product"].Solution, UseAnswer.Keep, Details: new(Hidden: true)));
        await Zutphen.UntilAsync(async () => (await lotte.OpenAsync("/mijn/organisatie/gebruik")).QuerySelectorAll("tbody tr").Length == 0);
    }
}
