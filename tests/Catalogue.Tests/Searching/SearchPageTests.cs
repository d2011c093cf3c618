using System.Net.Http.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Parelmuur.Catalogue.Tests.Searching;

[Collection(WithSite.Name)]
public sealed class SearchPageTests(ParelmuurApp site)
{
    [Fact]
    public async Task Get_HitThatShowsNoAskedWord_NamesTheWordOfItsText()
    {
        var hits = (await site.PageAsync("/zoeken?q=schuldhulp")).QuerySelectorAll(".pm-treffer").ToList();
        Assert.NotEmpty(hits);
        Assert.All(hits, hit => Assert.True(
            hit.QuerySelector("mark") is not null || hit.TextContent.Contains("In de tekst:", StringComparison.Ordinal), hit.TextContent));
        Assert.All(hits, hit => Assert.False(
            hit.QuerySelector("mark") is not null && hit.TextContent.Contains("In de tekst:", StringComparison.Ordinal), hit.TextContent));
        var first = hits[0].TextContent;
        Assert.Contains("Vroegbel", first, StringComparison.Ordinal);
        Assert.Contains("In de tekst: schuldhulp", first, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/zoeken", "oplossingen gevonden")]
    [InlineData("/en/zoeken", "solutions found")]
    public async Task Get_OnlyAStage_IsTitledWithoutQuotesAndKeepsTheStageInTheForm(string path, string title)
    {
        var page = await site.PageAsync($"{path}?fase=pareltje");

        Assert.EndsWith(title, page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("pareltje", page.QuerySelector("main form input[name=fase]")?.GetAttribute("value"));
        Assert.Null((await site.PageAsync(path)).QuerySelector("main form input[name=fase]"));
    }

    [Theory]
    [InlineData("/zoeken", "We vonden niets")]
    [InlineData("/en/zoeken", "We found nothing")]
    public async Task Get_ChoicesThatNothingHas_AreTitledWithoutQuotes(string path, string title) =>
        Assert.Equal(title, (await site.PageAsync($"{path}?fase=pareltje&thema=bestaat-niet")).QuerySelector("h1")!.TextContent);

    [Theory]
    [InlineData("/zoeken", "Zutphen", "Gemeente Zutphen: lees wat deze gemeente gebruikt en zelf maakte.", "/gemeenten/zutphen")]
    [InlineData("/zoeken", "gemeente zutphen", "Gemeente Zutphen: lees wat deze gemeente gebruikt en zelf maakte.", "/gemeenten/zutphen")]
    [InlineData("/zoeken", "gm0301", "Gemeente Zutphen: lees wat deze gemeente gebruikt en zelf maakte.", "/gemeenten/zutphen")]
    [InlineData("/zoeken", "Weesp", "Gemeente Weesp: deze gemeente bestaat niet meer. Lees waar het gebied nu bij hoort.", "/gemeenten/weesp")]
    [InlineData("/zoeken", "Voorbeeldregio de Berkelbrug", "Voorbeeldregio De Berkelbrug: lees welke gemeenten meedoen.", "/samenwerkingsverbanden/voorbeeldregio-de-berkelbrug")]
    [InlineData("/en/zoeken", "Zutphen", "Municipality of Zutphen: read what this municipality uses and made itself.", "/en/gemeenten/zutphen")]
    [InlineData("/en/zoeken", "Weesp", "Municipality of Weesp: this municipality no longer exists. Read where the area belongs now.", "/en/gemeenten/weesp")]
    public async Task Get_NameOfAnOrganisation_LeadsToItsPage(string path, string asked, string line, string address)
    {
        var page = await site.PageAsync($"{path}?q={Uri.EscapeDataString(asked)}");

        var named = Assert.Single(Named(page));
        Assert.Equal((line, address), (named.TextContent, named.QuerySelector("a")!.GetAttribute("href")));
        Assert.NotNull(await site.PageAsync(address));
    }

    [Fact]
    public async Task Get_NameOfTwoMunicipalities_LeadsToBoth() => Assert.Equal(
        ["/gemeenten/bergen-l", "/gemeenten/bergen-nh"],
        Named(await site.PageAsync("/zoeken?q=Bergen")).Select(line => line.QuerySelector("a")!.GetAttribute("href")).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("schuldhulp")]
    [InlineData("schuldhulp Zutphen")]
    [InlineData("Zutph")]
    [InlineData("")]
    public async Task Get_OtherWords_LeadToNoOrganisation(string asked) =>
        Assert.Empty(Named(await site.PageAsync(asked.Length == 0 ? "/zoeken" : $"/zoeken?q={Uri.EscapeDataString(asked)}")));

    [Fact]
    public async Task Complete_StartOfATitle_GivesTheTitle() => Assert.Contains("Vroegbel", await CompleteAsync("vroe"));

    [Fact]
    public async Task Complete_LastWord_GivesTheWholeTextBack()
    {
        var texts = await CompleteAsync(" hulp bij schul ");

        Assert.InRange(texts.Count, 1, 8);
        Assert.Contains("hulp bij schulden", texts, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Complete_TooShortOrTooLong_GivesNothing()
    {
        Assert.Empty(await CompleteAsync(""));
        Assert.Empty(await CompleteAsync("v"));
        Assert.NotEmpty(await CompleteAsync(new string('x', 190) + " schu"));
        Assert.Empty(await CompleteAsync(new string('x', 196) + " schu"));
    }

    private async Task<IReadOnlyList<string>> CompleteAsync(string typed) =>
        (await site.Client.GetFromJsonAsync<List<string>>(new Uri($"/zoeken/aanvullen?q={Uri.EscapeDataString(typed)}", UriKind.Relative)))!;

    // The only lines of the page that lead to an organisation and stand on their own.
    private static IEnumerable<IElement> Named(IHtmlDocument page) =>
        page.QuerySelectorAll("main p.utrecht-paragraph--lead").Where(line => line.QuerySelector("a[href*='/gemeenten/'], a[href*='/samenwerkingsverbanden/']") is not null);
}
