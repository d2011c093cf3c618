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
}
