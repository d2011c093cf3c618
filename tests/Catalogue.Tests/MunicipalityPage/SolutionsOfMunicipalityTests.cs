using AngleSharp.Dom;

namespace Parelmuur.Catalogue.Tests.MunicipalityPage;

[Collection(WithSite.Name)]
public sealed class SolutionsOfMunicipalityTests(ParelmuurApp site)
{
    [Fact]
    public async Task Get_Maker_ShowsWhatItMadeAndUses()
    {
        var page = await site.PageAsync("/gemeenten/deventer");
        Assert.Contains("/oplossingen/vroegbel", Links(page, "section[aria-labelledby=maakten]"));
        Assert.Contains("/oplossingen/vroegbel", Links(page, "section[aria-labelledby=gebruiken]"));
    }

    [Fact]
    public async Task Get_UserOfSolution_IsListedThereAndHere()
    {
        var solution = await site.PageAsync("/oplossingen/vroegbel");
        var users = solution.QuerySelectorAll("section[aria-labelledby=gebruik] .pm-provincies a").Select(link => link.GetAttribute("href")!);
        foreach (var user in users.Take(5))
            Assert.Contains("/oplossingen/vroegbel", Links(await site.PageAsync(user), "section[aria-labelledby=gebruiken]"));
    }

    [Fact]
    public async Task Get_English_KeepsTheLanguage() =>
        Assert.Contains("/en/oplossingen/vroegbel", Links(await site.PageAsync("/en/gemeenten/deventer"), "section[aria-labelledby=maakten]"));

    [Fact]
    public async Task Get_FormerMunicipality_HasNoEmptySection() =>
        Assert.Null((await site.PageAsync("/gemeenten/haaren")).QuerySelector("section[aria-labelledby=gebruiken], section[aria-labelledby=maakten]"));

    private static List<string?> Links(IDocument page, string within) =>
        [.. page.QuerySelectorAll($"{within} a").Select(link => link.GetAttribute("href"))];
}
