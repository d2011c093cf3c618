using System.Net;
using AngleSharp.Dom;

namespace Parelmuur.Organisations.Tests.Municipalities;

public sealed class IndexPageTests(Site site) : IClassFixture<Site>
{
    private static IEnumerable<string> Listed(IDocument page) =>
        page.QuerySelectorAll("#gevonden li a").Select(link => link.TextContent);

    private static string Former(IDocument page) =>
        page.QuerySelector("#vroeger")?.TextContent ?? "";

    [Fact]
    public async Task Get_WithoutQuestion_ListsEveryMunicipalityOfToday()
    {
        var page = await site.PageAsync("/gemeenten");
        Assert.Equal(site.Organisations.Current.Select(each => each.Name), Listed(page));
        Assert.Equal("Gemeenten", page.QuerySelector("h1")?.TextContent);
        Assert.Empty(Former(page));
        Assert.All(page.QuerySelectorAll("#gevonden li"), each => Assert.Matches(@", [\d.]+ inwoners$", each.TextContent));
        Assert.DoesNotContain("gebruikt 0", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_EveryLink_GoesToAPage()
    {
        var page = await site.PageAsync("/gemeenten?naam=w");
        var links = page.QuerySelectorAll("main table a, main li a").Select(link => link.GetAttribute("href")!).Distinct().ToList();
        Assert.True(links.Count > 50);
        foreach (var link in links)
            Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(link)).StatusCode);
    }

    [Theory]
    [InlineData("zutphen", "Zutphen")]
    [InlineData("gemeente Zutphen", "Zutphen")]
    [InlineData("den bosch", "'s-Hertogenbosch")]
    [InlineData("gravenh", "Den Haag")]
    [InlineData("sudwest", "Súdwest-Fryslân")]
    [InlineData("GM0363", "Amsterdam")]
    [InlineData("gm0363", "Amsterdam")]
    public async Task Get_NameOrCode_FindsIt(string asked, string name) =>
        Assert.Equal([name], Listed(await site.PageAsync($"/gemeenten?naam={Uri.EscapeDataString(asked)}")));

    [Theory]
    [InlineData("weesp", "Weesp hoort nu bij Amsterdam.", "23 maart 2022")]
    [InlineData("haaren", "Haaren hoort nu bij Boxtel, Oisterwijk, Tilburg en Vught.", "31 december 2020")]
    [InlineData("GM0370", "Beemster hoort nu bij Purmerend.", "31 december 2021")]
    public async Task Get_FormerMunicipality_SaysWhereItWent(string asked, string sentence, string last)
    {
        var page = await site.PageAsync($"/gemeenten?naam={asked}");
        Assert.Contains(sentence, Former(page), StringComparison.Ordinal);
        Assert.Contains(last, Former(page), StringComparison.Ordinal);
        Assert.Empty(Listed(page));
    }

    [Fact]
    public async Task Get_Province_ListsOnlyThatProvince_AndKeepsTheQuestion()
    {
        var page = await site.PageAsync("/gemeenten?naam=berg&provincie=limburg");
        Assert.Equal(["Bergen (L)"], Listed(page));
        Assert.Equal("limburg", page.QuerySelector("select option[selected]")?.GetAttribute("value"));
        Assert.Equal("berg", page.QuerySelector("#naam")?.GetAttribute("value"));
    }

    [Fact]
    public async Task Get_ProvinceChoices_CountWhatTheyGive()
    {
        var choices = (await site.PageAsync("/gemeenten?naam=oo")).QuerySelectorAll("#provincie option:not([value=''])");
        Assert.Equal(12, choices.Length);
        foreach (var choice in choices)
        {
            var found = Listed(await site.PageAsync($"/gemeenten?naam=oo&provincie={choice.GetAttribute("value")}")).Count();
            Assert.EndsWith($"({found})", choice.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("nergenshuizen")]
    [InlineData("!!!")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\u0000\uFFFF'\"{0}")]
    public async Task Get_NothingFound_SaysSoAndShowsTheWayOn(string asked)
    {
        var page = await site.PageAsync($"/gemeenten?naam={Uri.EscapeDataString(asked)}");
        Assert.Contains("We vonden geen gemeente", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='/gemeenten']"));
        Assert.Empty(page.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task Get_NotInThisProvince_OffersTheOthers()
    {
        var page = await site.PageAsync("/gemeenten?naam=zutphen&provincie=limburg");
        Assert.Empty(Listed(page));
        var link = page.QuerySelectorAll("main a").Single(link => link.TextContent == "Zoek ook buiten Limburg");
        Assert.Equal(["Zutphen"], Listed(await site.PageAsync(link.GetAttribute("href")!)));
    }

    [Fact]
    public async Task Get_VeryLongName_IsCutAndAnswered()
    {
        var page = await site.PageAsync($"/gemeenten?naam={new string('x', 3000)}");
        Assert.Contains("We vonden geen gemeente", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_UnknownProvince_ShowsAll() =>
        Assert.Equal(site.Organisations.Current.Count, Listed(await site.PageAsync("/gemeenten?provincie=atlantis")).Count());

    [Fact]
    public async Task Get_InEnglish_StaysInEnglish()
    {
        var page = await site.PageAsync("/en/gemeenten?naam=weesp");
        Assert.Equal("Municipalities", page.QuerySelector("h1")?.TextContent);
        Assert.Contains("Weesp is now part of Amsterdam.", Former(page), StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("main a"), link => Assert.StartsWith("/en/", link.GetAttribute("href"), StringComparison.Ordinal));
    }
}
