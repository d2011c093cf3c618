using AngleSharp.Dom;

namespace Parelmuur.Catalogue.Tests.Wall;

[Collection(WithSite.Name)]
public sealed class ScreenPageTests(ParelmuurApp site)
{
    [Fact]
    public async Task Get_Screen_ShowsFourHugeCardsWithTheirQrCode()
    {
        var page = await site.PageAsync("/muur/scherm");
        Assert.Equal(4, page.QuerySelectorAll(".pm-groot").Length);
        Assert.All(page.QuerySelectorAll(".pm-groot"), card => Assert.NotNull(card.QuerySelector(".pm-qr path")));
        Assert.Null(page.QuerySelector("header.utrecht-page-header"));
    }

    [Fact]
    public async Task Get_Unasked_TurnsNoPages() =>
        Assert.Null((await site.PageAsync("/muur/scherm")).QuerySelector("meta[http-equiv=refresh]"));

    [Fact]
    public async Task Get_WithTurn_GoesRoundAndCanBeStopped()
    {
        var first = await site.PageAsync("/muur/scherm?fase=standaard&wissel=20");
        Assert.Equal("20;url=/muur/scherm?fase=standaard&pagina=2&wissel=20", Refresh(first));
        Assert.Contains(first.QuerySelectorAll("a"), link => link.GetAttribute("href") == "/muur/scherm?fase=standaard");
        var last = await site.PageAsync("/muur/scherm?fase=standaard&pagina=2&wissel=20");
        Assert.Equal("20;url=/muur/scherm?fase=standaard&wissel=20", Refresh(last));
    }

    [Theory]
    [InlineData("1", "5;")]
    [InlineData("999999999", "600;")]
    public async Task Get_TurnThatNobodyCanRead_IsMadeBearable(string asked, string turn) =>
        Assert.StartsWith(turn, Refresh(await site.PageAsync($"/muur/scherm?wissel={asked}")), StringComparison.Ordinal);

    [Fact]
    public async Task Get_Theme_ShowsOnlyThat()
    {
        var page = await site.PageAsync("/muur/scherm?thema=wonen");
        Assert.Equal("Wonen", page.QuerySelector("h1")!.TextContent);
        Assert.All(page.QuerySelectorAll(".pm-groot__maker"), line => Assert.Contains("Wonen", line.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_Nothing_SaysSo() =>
        Assert.NotNull((await site.PageAsync("/muur/scherm?q=xqzwv")).QuerySelector(".pm-niets"));

    private static string? Refresh(IDocument page) => page.QuerySelector("meta[http-equiv=refresh]")?.GetAttribute("content");
}
