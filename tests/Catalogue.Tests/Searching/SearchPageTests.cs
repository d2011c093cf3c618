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
}
