using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Adoption;
using Parelmuur.Organisations;
using Parelmuur.Search;

namespace Parelmuur.Joining.Tests.Uses;

/// <summary>The coordinator of a joint body says that it uses a solution: its members see it, and can say something else.</summary>
public sealed class ViaPagesTests
{
    private const string Noor = "Noor Willems", Body = "Voorbeeldregio De Berkelbrug", Slug = "voorbeeldregio-de-berkelbrug";

    [Theory, OnEachDatabase]
    public async Task JointBody_Registers_AndItsMembersShowIt_AsVia(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind);
        await site.ImportAsync("Gouda", ("Aap", "Utrecht"));
        using (var noor = await site.AsAsync(Noor))
        {
            var form = await noor.OpenAsync("/oplossingen/aap/gebruiken");
            Assert.Contains("telt voor de 4 gemeenten die meedoen", form.Body!.TextContent, StringComparison.Ordinal);
            await noor.SubmitAsync(form, "Bewaar dit", HttpStatusCode.OK, ("Form.Answer", "Use"), ("Form.Since", "2025-05-01"));
            Assert.Contains("Aap", (await noor.OpenAsync("/mijn/organisatie/gebruik")).Body!.TextContent, StringComparison.Ordinal);
        }

        var aap = (await site.UsesAsync("zutphen"))["Aap"].Solution;
        await Zutphen.UntilAsync(() => Task.FromResult(site.Services.GetRequiredService<IAdoption>().UsersOf(aap).Active == 5));

        // The page of the municipality, of the solution, and of its spread.
        Assert.Contains($"Bevestigd in {Month(site)} via {Body}", Text(await site.PageAsync("/gemeenten/zutphen")), StringComparison.Ordinal);
        Assert.Contains($"4 gemeenten via {Body}", Text(await site.PageAsync("/oplossingen/aap")), StringComparison.Ordinal);
        var spread = await site.PageAsync("/oplossingen/aap/verspreiding");
        Assert.Equal(4, spread.QuerySelectorAll("tbody tr").Count(row => row.TextContent.Contains($"via {Body}", StringComparison.Ordinal)));
        Assert.DoesNotContain(spread.QuerySelectorAll("tbody th"), cell => cell.TextContent.Trim() == Body);
        // The API, the file and the feed.
        using var api = JsonDocument.Parse(await site.Client.GetStringAsync(new Uri("/api/v1/uses?municipality=GM0301&solution=aap", UriKind.Relative)));
        Assert.Equal(Slug, Assert.Single(api.RootElement.GetProperty("results").EnumerateArray()).GetProperty("via").GetProperty("slug").GetString());
        Assert.Contains($",{Body}", await site.Client.GetStringAsync(new Uri("/open-data/gebruik.csv", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains($"Zutphen gebruikt Aap via {Body}", await site.Client.GetStringAsync(new Uri("/gemeenten/zutphen/atom.xml", UriKind.Relative)), StringComparison.Ordinal);
        // The map of one's own municipality, its list, and who is put beside it.
        using var omar = await site.AsAsync(Zutphen.Coordinator);
        Assert.Contains($"via {Body}", Text(await omar.OpenAsync("/mijn/organisatie/gebruik?q=aap")), StringComparison.Ordinal);
        Assert.Contains($"via {Body}", Text(await omar.OpenAsync("/mijn/organisatie/vergelijken?met=lochem")), StringComparison.Ordinal);
        Assert.Contains($"via {Body}", Text(await omar.OpenAsync("/oplossingen/aap")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task JointBody_SeesWhoUsesItNearItsMembers_WithWhatTheyWrote()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        await site.ImportAsync("Zutphen", ("Aap", "Utrecht"));
        await site.DecideAsync(Zutphen.Today(site), new UseDecision((await site.UsesAsync())["Aap"].Solution, UseAnswer.Use, Details: new(Version: "4.2", Contact: "Balie Zutphen")));
        await Zutphen.UntilAsync(async () => (await site.PageAsync("/oplossingen/aap/verspreiding")).QuerySelector("tbody")?.TextContent.Contains("Zutphen", StringComparison.Ordinal) == true);

        using var noor = await site.AsAsync(Noor);
        var peers = (await noor.OpenAsync("/oplossingen/aap")).QuerySelector("[aria-labelledby=zoals-wij]")!.TextContent;

        Assert.Contains("Zutphen", peers, StringComparison.Ordinal);
        Assert.Contains("Balie Zutphen", peers, StringComparison.Ordinal);
        Assert.Contains("4.2", peers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_SaysItDoesNotHold_Undoes_AndEnds()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        await site.ImportAsync("Gouda", ("Aap", "Utrecht"));
        using (var noor = await site.AsAsync(Noor))
            await noor.SubmitAsync("/oplossingen/aap/gebruiken", "Bewaar dit", ("Form.Answer", "Use"), ("Form.Since", "2025-05-01"));

        using var samira = await site.AsAsync(Zutphen.Contributor);
        var read = await samira.OpenAsync("/oplossingen/aap/gebruiken");
        Assert.Contains($"{Body} gebruikt dit voor jullie.", read.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(read.QuerySelector("input[name='Form.Answer']"));

        using var omar = await site.AsAsync(Zutphen.Coordinator);
        var form = await omar.OpenAsync("/oplossingen/aap/gebruiken");
        var unexplained = await omar.SubmitAsync(form, "Bewaar dit", HttpStatusCode.BadRequest, ("Form.Answer", "Reject"));
        Assert.Contains("Schrijf kort waarom.", unexplained.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        var done = await omar.SubmitAsync(unexplained, "Bewaar dit", HttpStatusCode.OK, ("Form.Reason", "Wij doen dit met Apeldoorn"));
        var use = (await site.UsesAsync())["Aap"];
        Assert.Equal((null, "Wij doen dit met Apeldoorn"), (use.Via, use.RejectReason!));
        await Zutphen.UntilAsync(() => Task.FromResult(site.Services.GetRequiredService<IAdoption>().UsersOf(use.Solution).Active == 4));
        Assert.DoesNotContain("Aap", Text(await omar.OpenAsync("/gemeenten/zutphen")), StringComparison.Ordinal);

        await omar.SubmitAsync(done, "Maak ongedaan", HttpStatusCode.OK);
        Assert.NotNull((await site.UsesAsync())["Aap"].Via);
        await omar.SubmitAsync("/oplossingen/aap/gebruiken", "Bewaar dit", ("Form.Answer", "End"), ("Form.EndedOn", "2026-01-31"), ("Form.Reason", "Vervangen"));
        Assert.Equal((UseState.Ended, null), ((await site.UsesAsync())["Aap"].State, (await site.UsesAsync())["Aap"].Via));
    }

    [Fact]
    public async Task Municipality_ThatStartsToTakePart_IsFoundAsUser()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        await site.ImportAsync("Gouda", ("Aap", "Utrecht"));
        using (var noor = await site.AsAsync(Noor))
            await noor.SubmitAsync("/oplossingen/aap/gebruiken", "Bewaar dit", ("Form.Answer", "Use"));
        // None of those who use it lies in Limburg; search hears of it when one takes part.
        var search = site.Services.GetRequiredService<ISearch>();
        Task<bool> FoundAsync() => Task.FromResult(search.Find(new("aap") { Filters = [new("province", "PV31")], Take = 1 }).Hits.Count > 0);
        Assert.False(await FoundAsync());

        using var eva = await site.AsAsync("Eva Mulder");
        await eva.SubmitAsync($"/beheer/samenwerkingsverbanden/{Slug}", "Bewaar dit", ("Form.Municipality", "Venlo"), ("Form.What", "komt"), ("Form.On", "2024-01-01"));
        Assert.NotNull((await site.UsesAsync("venlo"))["Aap"].Via);
        await Zutphen.UntilAsync(FoundAsync);
    }

    [Fact]
    public async Task Supplier_SeesTheJointBody_AndNotItsMembers()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        await site.Services.GetRequiredService<IOrganisations>().EnsureAsync([new("Maker BV", OrganisationKind.Supplier)], new("test"), default);
        await site.ImportAsync("Gouda", ("Aap", "Maker BV"));
        using (var noor = await site.AsAsync(Noor))
            await noor.SubmitAsync("/oplossingen/aap/gebruiken", "Bewaar dit", ("Form.Answer", "Use"));
        var aap = (await site.UsesAsync())["Aap"].Solution;
        await Zutphen.UntilAsync(() => Task.FromResult(site.Services.GetRequiredService<IAdoption>().UsersOf(aap).Confirmed == 4));

        await using var scope = site.Services.CreateAsyncScope();
        var maker = site.Services.GetRequiredService<IOrganisations>().FindBySlug("maker-bv")!.Id;
        var users = await scope.ServiceProvider.GetRequiredService<Joining.Uses.UsersOfProducts>().OfAsync(maker, default);
        Assert.Equal([Body], users.Select(each => each.User.Name));
    }

    private static string Month(ParelmuurApp site) => Zutphen.Today(site).ToString("MMMM yyyy", new CultureInfo("nl-NL"));

    private static string Text(IHtmlDocument page) => string.Join(' ', page.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
