using AngleSharp.Dom;
using Parelmuur.Adoption;
using Parelmuur.Catalogue.MunicipalityPage;
using Parelmuur.Kernel.People;

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
        Assert.Equal(["gebruiken", "maakten"], page.QuerySelectorAll("main h2[id]").Select(heading => heading.Id!).Take(2));
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

    [Theory]
    [InlineData(null, 1, 60)]
    [InlineData("3", 3, 1)]
    [InlineData("99", 3, 1)]
    [InlineData("-1", 1, 60)]
    [InlineData("twee", 1, 60)]
    public void Uses_MoreThanOnePage_AreShownPageByPage(string? asked, int page, int rows)
    {
        var uses = Enumerable.Range(0, 121).Select(at => Used($"{at}", 1, UseState.Active)).ToList();
        var shown = new MunicipalitySolutions("Zutphen", uses, [], TipPath: null);
        Assert.Equal((page, rows), (shown.PageOf(asked), shown.UsesOn(shown.PageOf(asked)).Count()));
    }

    [Fact]
    public void Uses_AreInOrder_WhatIsUsedFirst_ThenWhatMostUse_ThenBySlug()
    {
        UsedSolution[] uses =
        [
            Used("gepland", 90, UseState.Planned), Used("beide", 3, UseState.Active), Used("veel", 20, UseState.Active), Used("alle", 3, UseState.Active),
            Used("proef", 91, UseState.Planned),
        ];
        Assert.Equal(
            ["veel", "alle", "beide", "proef", "gepland"],
            new MunicipalitySolutions("Zutphen", uses, [], TipPath: null).UsesOn(1).Select(each => each.Card.Slug));
    }

    private static UsedSolution Used(string slug, int users, UseState state) => new(
        new(SolutionId.New(), slug, slug, "", SolutionKind.Product, Stage.Gem, SolutionStatus.Published, [], null, new(2026, 1, 1), null, IsSample: false),
        users, new(OrganisationId.New(), state, ProofLevel.Claimed, null, null, null, null));

    private static List<string?> Links(IDocument page, string within) =>
        [.. page.QuerySelectorAll($"{within} a").Select(link => link.GetAttribute("href"))];
}
