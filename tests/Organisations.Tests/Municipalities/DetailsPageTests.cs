using System.Net;
using AngleSharp.Dom;

namespace Parelmuur.Organisations.Tests.Municipalities;

public sealed class DetailsPageTests(Site site) : IClassFixture<Site>
{
    private static string Text(IDocument page, string selector) =>
        string.Join(' ', (page.QuerySelector(selector)?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task Get_Municipality_SaysWhoItIs()
    {
        var page = await site.PageAsync("/gemeenten/zutphen");
        Assert.Equal("Gemeente Zutphen", Text(page, "h1"));
        Assert.Equal("47.340", Text(page, ".pm-feiten strong"));
        Assert.Equal("inwoners", Text(page, ".pm-feiten small"));
        Assert.Contains("Inwoners op 1 januari 2017. Bron: CBS.", Text(page, "main"), StringComparison.Ordinal);
        Assert.Contains("GM0301", Text(page, "#gegevens"), StringComparison.Ordinal);
        Assert.Contains("25.000 tot 50.000 inwoners", Text(page, "#gegevens"), StringComparison.Ordinal);
        Assert.Contains("Huishoudens21.701 (CBS, 2017)", Text(page, "#gegevens"), StringComparison.Ordinal);
        Assert.Equal("1 januari 2005 Warnsveld kwam bij Zutphen.", Text(page, ".pm-tijdlijn"));
        Assert.Null(page.QuerySelector(".utrecht-alert"));
    }

    [Fact]
    public async Task Get_Municipality_ShowsTwelvePeersWithTheReason()
    {
        var rows = (await site.PageAsync("/gemeenten/zutphen")).QuerySelectorAll("#zoals tbody tr");
        Assert.Equal(12, rows.Length);
        Assert.All(rows, row => Assert.NotEmpty(row.QuerySelector("td:last-child")!.TextContent.Trim()));
    }

    [Fact]
    public async Task Get_Municipality_MarksItAndItsPeersOnTheMap()
    {
        var map = (await site.PageAsync("/gemeenten/zutphen")).QuerySelector("main svg.pm-hexkaart")!;
        Assert.Equal("De ring is Zutphen. De gevulde zeshoeken zijn gemeenten die erop lijken.", map.GetAttribute("aria-label"));
        Assert.NotNull(map.QuerySelector("path.wij"));
        Assert.NotNull(map.QuerySelector("path.in"));
        Assert.Equal("Zutphen", map.QuerySelector("text")?.TextContent);
    }

    [Fact]
    public async Task Get_Former_PointsToItsSuccessors()
    {
        var page = await site.PageAsync("/gemeenten/haaren");
        Assert.Contains("Deze gemeente bestaat niet meer.", Text(page, ".utrecht-alert"), StringComparison.Ordinal);
        Assert.Equal(["/gemeenten/boxtel", "/gemeenten/oisterwijk", "/gemeenten/tilburg", "/gemeenten/vught"],
            page.QuerySelectorAll(".utrecht-alert a").Select(link => link.GetAttribute("href")));
        Assert.Equal("1 januari 2021 Haaren werd verdeeld over Boxtel, Oisterwijk, Tilburg en Vught.", Text(page, ".pm-tijdlijn"));
        Assert.Contains("31 december 2020", Text(page, "#gegevens"), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#zoals"));
    }

    [Theory]
    [InlineData("boxtel", "Het deel van Haaren is nog niet meegeteld.")]
    [InlineData("het-hogeland", "Heel Winsum is meegeteld, ook het deel dat naar een andere gemeente ging.")]
    [InlineData("waadhoeke", "Herindelingen daarna zijn erbij opgeteld.")]
    public async Task Get_WhereTheCountIsNotExact_SaysSo(string slug, string sentence) =>
        Assert.Contains(sentence, Text(await site.PageAsync($"/gemeenten/{slug}"), "main"), StringComparison.Ordinal);

    [Theory]
    [InlineData("waadhoeke", "1 januari 2011 Menaldumadeel ging verder als Menameradiel. "
        + "1 januari 2018 Franekeradeel, het Bildt en Menameradiel werden samen Waadhoeke.")]
    [InlineData("menaldumadeel", "1 januari 2011 Menaldumadeel ging verder als Menameradiel. "
        + "1 januari 2018 Franekeradeel, het Bildt en Menameradiel werden samen Waadhoeke.")]
    [InlineData("winsum", "1 januari 2019 Winsum werd verdeeld over Het Hogeland en Westerkwartier.")]
    [InlineData("het-hogeland", "1 januari 2019 Bedum, De Marne en Eemsmond werden samen Het Hogeland. "
        + "1 januari 2019 Een deel van Winsum kwam bij Het Hogeland.")]
    public async Task Get_AfterSeveralReorganisations_TellsThemAll(string slug, string story) =>
        Assert.Equal(story, Text(await site.PageAsync($"/gemeenten/{slug}"), ".pm-tijdlijn"));

    [Theory]
    [InlineData("GM0363", "/gemeenten/amsterdam")]
    [InlineData("gm0363", "/gemeenten/amsterdam")]
    [InlineData("s-gravenhage", "/gemeenten/den-haag")]
    [InlineData("den-bosch", "/gemeenten/s-hertogenbosch")]
    [InlineData("Zutphen", "/gemeenten/zutphen")]
    public async Task Get_OtherAddress_MovesForGood(string asked, string address)
    {
        using var response = await site.GetAsync($"/gemeenten/{asked}");
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(address, response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Get_NameOfTwo_GoesToTheListOfBoth()
    {
        using var response = await site.GetAsync("/gemeenten/bergen");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/gemeenten?naam=bergen", response.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("nergenshuizen")]
    [InlineData("GM9999")]
    [InlineData("..%2f..%2fetc")]
    public async Task Get_Unknown_IsNotFound(string asked) =>
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync($"/gemeenten/{asked}")).StatusCode);

    [Fact]
    public async Task Get_InEnglish_StaysInEnglish()
    {
        var page = await site.PageAsync("/en/gemeenten/zutphen");
        Assert.Equal("Municipality of Zutphen", Text(page, "h1"));
        Assert.Equal("47,340", Text(page, ".pm-feiten strong"));
        Assert.Equal("inhabitants", Text(page, ".pm-feiten small"));
        Assert.Equal("1 January 2005 Warnsveld joined Zutphen.", Text(page, ".pm-tijdlijn"));
        Assert.All(page.QuerySelectorAll("main section a:not([href^=http])"), link =>
            Assert.StartsWith("/en/gemeenten/", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Contains("same province", Text(page, "#zoals"), StringComparison.Ordinal);
        using var moved = await site.GetAsync("/en/gemeenten/GM0301");
        Assert.Equal("/en/gemeenten/zutphen", moved.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Get_EveryMunicipalityOfAllTimes_HasAPage()
    {
        foreach (var each in site.Organisations.AllMunicipalities)
            Assert.Equal($"Gemeente {each.Name}", Text(await site.PageAsync($"/gemeenten/{each.Slug}"), "h1"));
    }
}
