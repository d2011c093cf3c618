using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;

namespace Parelmuur.Organisations.Tests.JointBodies;

/// <summary>An editor says which municipalities take part in a joint body; everyone can read it.</summary>
public sealed class JointBodyPagesTests
{
    private const string Editor = "Eva Mulder", Manage = "/beheer/samenwerkingsverbanden";

    [Theory, OnEachDatabase]
    public async Task Editor_AddsAJointBody_AndWhoTakesPart_AndEndsIt(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind);
        using var eva = await site.AsAsync(Editor);
        var nameless = await eva.SubmitAsync(await eva.OpenAsync(Manage), "Voeg toe", HttpStatusCode.BadRequest);
        Assert.Contains("Vul de naam in.", Alert(nameless), StringComparison.Ordinal);
        var page = await eva.SubmitAsync(Manage, "Voeg toe", ("Form.Name", "Voorbeeldregio Twee Rivieren"));
        Assert.Equal(Manage + "/voorbeeldregio-twee-rivieren", eva.Here);

        page = await SaveAsync(eva, page, HttpStatusCode.BadRequest, "Nergenshuizen", "komt", "2024-01-01");
        Assert.Contains("Deze gemeente kennen we niet.", Alert(page), StringComparison.Ordinal);
        Assert.Equal("Nergenshuizen", ((IHtmlInputElement)page.QuerySelector("input[name='Form.Municipality']")!).Value);
        page = await SaveAsync(eva, page, HttpStatusCode.BadRequest, "Bergen", "komt", "2024-01-01");
        Assert.Contains("van meer dan een gemeente", Alert(page), StringComparison.Ordinal);
        page = await SaveAsync(eva, page, HttpStatusCode.BadRequest, "Haaren", "komt", "2024-01-01");
        Assert.Contains("Haaren bestaat niet op die dag.", Alert(page), StringComparison.Ordinal);
        page = await SaveAsync(eva, page, HttpStatusCode.BadRequest, "Zutphen", "komt", "ooit");
        Assert.Contains("Schrijf de dag zo", Alert(page), StringComparison.Ordinal);

        page = await SaveAsync(eva, page, HttpStatusCode.OK, "Zutphen", "komt", "2024-01-01");
        Assert.Contains("Zutphen doet mee vanaf 1 januari 2024.", page.Body!.TextContent, StringComparison.Ordinal);
        page = await SaveAsync(eva, page, HttpStatusCode.BadRequest, "GM0301", "komt", "2025-01-01");
        Assert.Contains("Zutphen doet al mee.", Alert(page), StringComparison.Ordinal);
        Assert.Contains("Twee Rivieren", (await site.PageAsync("/gemeenten/zutphen")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 januari 2024", (await site.PageAsync("/samenwerkingsverbanden/voorbeeldregio-twee-rivieren")).Body!.TextContent, StringComparison.Ordinal);

        page = await SaveAsync(eva, page, HttpStatusCode.BadRequest, "Zutphen", "gaat", "2023-12-31");
        Assert.Contains("Het einde ligt voor het begin.", Alert(page), StringComparison.Ordinal);
        await SaveAsync(eva, page, HttpStatusCode.OK, "Zutphen", "gaat", "2025-01-01");
        Assert.DoesNotContain("Twee Rivieren", (await eva.OpenAsync("/gemeenten/zutphen")).Body!.TextContent, StringComparison.Ordinal);
        page = await SaveAsync(eva, await eva.OpenAsync(Manage + "/voorbeeldregio-twee-rivieren"), HttpStatusCode.OK, "Zutphen", "komt", "2025-06-01");
        Assert.Equal(2, page.QuerySelectorAll("tbody tr").Length);
        page = await SaveAsync(eva, page, HttpStatusCode.BadRequest, "Lochem", "gaat", "2025-06-01");
        Assert.Contains("Lochem doet dan niet mee.", Alert(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_AreReadByEveryone_AndChangedByEditors()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        var list = await site.PageAsync("/samenwerkingsverbanden");
        Assert.Contains("Voorbeeldregio De Berkelbrug", list.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(list.QuerySelector("a[href$='/beheer/samenwerkingsverbanden']"));
        // Of one that an import knows by name only there is nothing to tell, but to who adds its members.
        await site.Services.GetRequiredService<IOrganisations>().EnsureAsync([new("Regio Zonder Leden", OrganisationKind.JointBody)], new("test"), default);
        Assert.DoesNotContain("Zonder Leden", (await site.PageAsync("/samenwerkingsverbanden?opnieuw")).Body!.TextContent, StringComparison.Ordinal);
        using var eva = await site.AsAsync(Editor);
        Assert.Contains("Zonder Leden", (await eva.OpenAsync("/samenwerkingsverbanden")).Body!.TextContent, StringComparison.Ordinal);
        await site.PageAsync("/samenwerkingsverbanden/bestaat-niet", HttpStatusCode.NotFound);
        await site.PageAsync("/samenwerkingsverbanden/zutphen", HttpStatusCode.NotFound);
        using var omar = await site.AsAsync("Omar Bensaïd");
        await omar.OpenAsync(Manage, HttpStatusCode.NotFound);
        await omar.OpenAsync(Manage + "/voorbeeldregio-de-berkelbrug", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Name_OfAnotherKindOfOrganisation_IsRefused()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite, withSamples: true);
        await site.Services.GetRequiredService<IOrganisations>().EnsureAsync([new("Stichting Aap", OrganisationKind.Other)], new("test"), default);
        using var eva = await site.AsAsync(Editor);
        foreach (var name in (string[])["Stichting Aap", "Gemeente Zutphen"])
        {
            var page = await eva.SubmitAsync(await eva.OpenAsync(Manage), "Voeg toe", HttpStatusCode.BadRequest, ("Form.Name", name));
            Assert.Contains("Deze naam is van een andere organisatie.", Alert(page), StringComparison.Ordinal);
            Assert.Equal(name, ((IHtmlInputElement)page.QuerySelector("input[name='Form.Name']")!).Value);
        }
    }

    [Fact]
    public async Task Partners_AreMoreAlike_AndThePageSaysWhy()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        var organisations = site.Services.GetRequiredService<IOrganisations>();
        var zutphen = organisations.FindMunicipalityBySlug("zutphen")!.Id;
        var peers = organisations.Peers(zutphen, organisations.Current.Count, organisations.Today);
        Assert.Equal(
            ["Bronckhorst", "Brummen", "Lochem"],
            peers.Where(peer => peer.Reasons.Contains("zelfde samenwerkingsverband")).Select(peer => peer.Municipality.Name).Order());
        var leiderdorp = await site.PageAsync("/gemeenten/leiderdorp");
        Assert.Contains("zelfde samenwerkingsverband", leiderdorp.QuerySelector("#zoals")!.TextContent, StringComparison.Ordinal);
        // Of another day nobody knows who took part, so there it does not count.
        var apart = organisations.Peers(zutphen, organisations.Current.Count, organisations.Today.AddDays(-1));
        Assert.DoesNotContain(apart, peer => peer.Reason.Contains("samenwerkingsverband", StringComparison.Ordinal));
        Assert.True(PlaceOf(peers, "Lochem") < PlaceOf(apart, "Lochem"));
    }

    [Fact]
    public async Task Partners_ThatLeave_AreNoLongerAlikeByIt()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        var organisations = site.Services.GetRequiredService<IOrganisations>();
        Assert.Contains("Bronckhorst", Partners());
        using var eva = await site.AsAsync(Editor);
        var today = organisations.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await SaveAsync(eva, await eva.OpenAsync(Manage + "/voorbeeldregio-de-berkelbrug"), HttpStatusCode.OK, "Bronckhorst", "gaat", today);
        Assert.DoesNotContain("Bronckhorst", Partners());

        // As few as a page shows: those are kept.
        IEnumerable<string> Partners() => organisations.Peers(organisations.FindMunicipalityBySlug("lochem")!.Id, 12, organisations.Today)
            .Where(peer => peer.Reasons.Contains("zelfde samenwerkingsverband")).Select(peer => peer.Municipality.Name);
    }

    private static int PlaceOf(IReadOnlyList<PeerMunicipality> peers, string name) =>
        peers.Select(peer => peer.Municipality.Name).ToList().IndexOf(name);

    private static Task<IHtmlDocument> SaveAsync(Visitor eva, IHtmlDocument page, HttpStatusCode status, string municipality, string what, string on) =>
        eva.SubmitAsync(page, "Bewaar dit", status, ("Form.Municipality", municipality), ("Form.What", what), ("Form.On", on));

    private static string Alert(IHtmlDocument page) => page.QuerySelector("[role=alert]")!.TextContent;
}
