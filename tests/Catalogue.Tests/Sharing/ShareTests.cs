using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Adoption;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Tests.Sharing;

/// <summary>From the preview to the wall, and back.</summary>
public sealed class ShareTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    [Fact]
    public async Task Share_ShowsOnTheWallInSearchAndAtItsAddress()
    {
        using var samira = await site.AsAsync("Samira Yıldız");

        var done = await samira.ShareAsync("Bladkorfkalender");
        await site.FoundAsync("Bladkorfkalender");

        Assert.Equal("Je pareltje staat op de muur", done.QuerySelector("h1")!.TextContent);
        var page = await site.PageAsync("/oplossingen/bladkorfkalender");
        Assert.Equal("Bladkorfkalender", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Samira Yıldız", page.Words(), StringComparison.Ordinal);
        Assert.Contains("gemaakt door Zutphen", System.Text.RegularExpressions.Regex.Replace(page.Words(), @"\s+", " "), StringComparison.Ordinal);
        Assert.Contains("Bladkorfkalender", (await site.PageAsync("/zoeken?q=bladkorfkalender")).Words(), StringComparison.Ordinal);
        Assert.Contains("Bladkorfkalender", (await site.PageAsync("/muur?q=bladkorfkalender")).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Bladkorfkalender", (await samira.OpenAsync("/mijn")).QuerySelector("#concepten")?.TextContent ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_BeforeSharing_IsNowhereInPublic()
    {
        using var samira = await site.AsAsync("Samira Yıldız");

        await samira.SubmitAsync("/deel", Writer.Next, Writer.Gem("Nog geheim ding"));
        await samira.ShareAsync("Daarna gedeeld ding");
        await site.FoundAsync("Daarna gedeeld ding");

        await site.PageAsync("/oplossingen/nog-geheim-ding", HttpStatusCode.NotFound);
        Assert.DoesNotContain("Nog geheim ding", (await site.PageAsync("/muur?q=geheim+ding")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_OfAnUnfinishedDraft_GoesBackToTheForm()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        await samira.SubmitAsync("/deel", Writer.Save, ("Form.Title", "Alleen een titel"));
        var draft = samira.Here;

        await samira.OpenAsync($"{draft}/voorbeeld");

        Assert.Equal(draft, samira.Here);
    }

    [Fact]
    public async Task Preview_ByAReader_AsksForARole()
    {
        using var lotte = await site.AsAsync("Lotte Kramer");

        await lotte.OpenAsync("/deel/00000000-0000-0000-0000-000000000001/voorbeeld", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Share_WhatChangedSinceThePreview_AsksToReadAgain()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        var preview = await samira.SubmitAsync("/deel", Writer.Next, Writer.Gem("Vijverkaart"));
        var here = samira.Here;
        var draft = here[..here.LastIndexOf('/')];
        await samira.SubmitAsync(draft, Writer.Save, ("Form.Title", "Vijverkaart in het groot"));
        await samira.OpenAsync(here);

        var again = await samira.SubmitAsync(preview, Writer.Share, HttpStatusCode.BadRequest);

        Assert.Contains("De tekst is intussen veranderd", again.Words(), StringComparison.Ordinal);
        Assert.Contains("Vijverkaart in het groot", again.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Share_WithAThemeOfNobody_IsRefused()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        var preview = await samira.SubmitAsync("/deel", Writer.Next, Writer.Gem("Themaloos"));

        var again = await samira.SubmitAsync(preview, Writer.Share, HttpStatusCode.BadRequest, ("Form.Theme", "Bestaat niet"));

        Assert.Contains("Kies een thema uit de lijst", again.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_TakesItOffTheWall_AndSharingAgainKeepsTheAddress()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        var done = await samira.ShareAsync("Grachtenpeiler");
        await site.FoundAsync("Grachtenpeiler");

        var draft = await samira.SubmitAsync(done, "Maak ongedaan", HttpStatusCode.OK);
        await site.FoundAsync("Grachtenpeiler", found: false);
        Assert.Equal("Grachtenpeiler", draft.Typed("Form.Title"));
        await site.PageAsync("/oplossingen/grachtenpeiler", HttpStatusCode.NotFound);
        Assert.DoesNotContain(
            (await site.PageAsync("/muur?q=grachtenpeiler")).QuerySelectorAll("article h3"), title => title.TextContent == "Grachtenpeiler");

        var preview = await samira.SubmitAsync(draft, Writer.Next, HttpStatusCode.OK, ("Form.Title", "Grachtenpeiler 2"));
        await samira.SubmitAsync(preview, Writer.Share, HttpStatusCode.OK);
        await site.FoundAsync("Grachtenpeiler 2");
        Assert.Equal("Grachtenpeiler 2", (await site.PageAsync("/oplossingen/grachtenpeiler")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Undo_InAnotherSession_IsNotOffered()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        await samira.ShareAsync("Straatnaamlied");
        var here = samira.Here;
        using var later = await site.AsAsync("Samira Yıldız");

        var done = await later.OpenAsync(here);

        Assert.DoesNotContain("Maak ongedaan", done.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_WhenAnotherMunicipalityUsesIt_IsRefused()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        var done = await samira.ShareAsync("Klinkerkiezer");
        var here = samira.Here;
        using var femke = await site.AsAsync("Femke de Boer");
        await site.FoundAsync("Klinkerkiezer");
        var writing = await femke.SubmitAsync("/deel", "Ververs het voorbeeld", Writer.Gem("Klinkerkiezer"));
        await femke.SubmitAsync(writing, "Wij gebruiken dit ook: Klinkerkiezer", HttpStatusCode.OK);
        await UsedAsync("Klinkerkiezer");

        await samira.SubmitAsync(done, "Maak ongedaan", HttpStatusCode.BadRequest);

        Assert.DoesNotContain("Maak ongedaan", (await samira.OpenAsync(here)).Words(), StringComparison.Ordinal);
        await site.PageAsync("/oplossingen/klinkerkiezer");
    }

    [Theory]
    [InlineData("Omar Bensaïd", ProofLevel.Confirmed)]
    [InlineData("Samira Yıldız", ProofLevel.Claimed)]
    public async Task Use_StatedByAPerson_IsAsSureAsTheRoleOfThatPerson(string name, ProofLevel proof)
    {
        var title = $"Boomspiegelbordje {proof}";
        using var femke = await site.AsAsync("Femke de Boer");
        await femke.ShareAsync(title);
        await site.FoundAsync(title);
        using var person = await site.AsAsync(name);
        var preview = await person.SubmitAsync("/deel", Writer.Next, Writer.Gem(title));

        var page = await person.SubmitAsync(preview, $"Wij gebruiken dit ook: {title}", HttpStatusCode.OK);
        await UsedAsync(title);

        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        var use = Assert.Single(await UsersAsync(title));
        Assert.Equal((UseState.Active, proof), (use.State, use.Proof));
        Assert.Contains(title, (await person.OpenAsync("/deel/concepten")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Use_StatedByAContributor_AfterTheCoordinatorEndedIt_StaysEnded_AndThePageSaysWhy()
    {
        const string title = "Stoeptegelruil";
        using var femke = await site.AsAsync("Femke de Boer");
        await femke.ShareAsync(title);
        await site.FoundAsync(title);
        var (solution, zutphen) = ((await site.IdAsync(title))!.Value, site.Services.GetRequiredService<IOrganisations>().FindMunicipalityBySlug("zutphen")!.Id);
        var adoption = site.Services.GetRequiredService<IAdoption>();
        await adoption.DecideAsync(
            zutphen, [new(solution, UseAnswer.End, Reason: "Te duur")], Guid.NewGuid(), confirms: true, site.Services.GetRequiredService<IOrganisations>().Today, new("test"), default);
        using var samira = await site.AsAsync("Samira Yıldız");
        var preview = await samira.SubmitAsync("/deel", Writer.Next, Writer.Gem(title));

        var page = await samira.SubmitAsync(preview, $"Wij gebruiken dit ook: {title}", HttpStatusCode.OK);

        Assert.Contains("De coördinator heeft dit al beantwoord. Alleen een coördinator kan het wijzigen. Je tekst is bewaard als concept.", page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Jullie staan nu bij de gebruikers", page.Words(), StringComparison.Ordinal);
        var use = await adoption.OwnUseAsync(zutphen, solution, default);
        Assert.Equal((UseState.Ended, "Te duur"), (use!.State, use.EndReason!));
    }

    [Fact]
    public async Task Same_GoesToThatSolution_AndKeepsTheDraft()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        var preview = await samira.SubmitAsync("/deel", Writer.Next,
            LikeVroegbel("Meteen bellen bij schulden"));

        await samira.SubmitAsync(preview, "Ik bedoel dit: Vroegbel", HttpStatusCode.OK);

        Assert.Equal("/oplossingen/vroegbel", samira.Here);
        Assert.Contains("Meteen bellen bij schulden", (await samira.OpenAsync("/deel/concepten")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Different_WithAReason_ShowsAsVariantFromBothSides()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        var preview = await samira.SubmitAsync("/deel", Writer.Next,
            LikeVroegbel("Avondbellers"));
        var vroegbel = (AngleSharp.Html.Dom.IHtmlButtonElement)preview.QuerySelectorAll("button")
            .First(button => button.TextContent == "Ik bedoel dit: Vroegbel");

        await samira.SubmitAsync(preview, Writer.Share, HttpStatusCode.OK, ($"Form.Different[{vroegbel.Value}]", "wij bellen alleen in de avond."));
        await site.FoundAsync("Avondbellers");

        var page = await site.PageAsync("/oplossingen/avondbellers");
        Assert.Contains("Variant van", page.Words(), StringComparison.Ordinal);
        Assert.Contains("wij bellen alleen in de avond.", page.Words(), StringComparison.Ordinal);
        Assert.Contains("Avondbellers", (await site.PageAsync("/oplossingen/vroegbel")).Words(), StringComparison.Ordinal);
    }

    private static (string Name, string Value)[] LikeVroegbel(string title) =>
    [
        ("Form.Title", title),
        ("Form.Promise", "Inwoners met een betaalachterstand bellen we binnen een week, voordat de schuld groter wordt."),
        ("Form.WhatWeDid", "Elke ochtend belt één collega de nieuwe signalen van betaalachterstanden."),
        ("Form.Contact", "Samira Yıldız"),
    ];

    private Task UsedAsync(string title) => Writer.UntilAsync(async () => (await UsersAsync(title)).Count > 0);

    private async Task<IReadOnlyList<UserOf>> UsersAsync(string title) =>
        site.Services.GetRequiredService<IAdoption>().UsersOf((await site.IdAsync(title))!.Value).Users;
}
