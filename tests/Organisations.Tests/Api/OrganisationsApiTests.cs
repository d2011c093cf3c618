using System.Net;

namespace Parelmuur.Organisations.Tests.Api;

[Collection(WithSite.Name)]
public sealed class OrganisationsApiTests(ParelmuurApp site)
{
    [Fact]
    public async Task Municipalities_ToTheEnd_GivesEachOfADayOnce()
    {
        var all = await site.WalkAsync("/municipalities?on=2026-01-01&pageSize=37");

        Assert.Equal(342, all.Count);
        Assert.Equal(342, all.Select(each => each.GetProperty("code").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Municipalities_OfAProvince_GivesOnlyThose()
    {
        var all = await site.WalkAsync("/municipalities?province=drenthe&on=2026-01-01");

        Assert.Equal(12, all.Count);
        Assert.All(all, each => Assert.Equal("PV22", each.GetProperty("province").GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Municipality_Former_NamesItsSuccessor()
    {
        var weesp = await site.JsonAsync("/municipalities/GM0457");

        Assert.Equal("2022-03-23", weesp.GetProperty("validTo").GetString());
        Assert.Equal("GM0363", weesp.GetProperty("successors")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Organisation_BySlugAndById_IsTheSame()
    {
        var bySlug = await site.JsonAsync("/organisations/zutphen");
        var byId = await site.JsonAsync($"/organisations/{bySlug.GetProperty("id").GetString()}");

        Assert.Equal("GM0301", bySlug.GetProperty("code").GetString());
        Assert.Equal(bySlug.GetRawText(), byId.GetRawText());
    }

    [Fact]
    public async Task Organisations_BackAndForth_GivesTheSamePage()
    {
        var first = await site.JsonAsync("/organisations?kind=municipality&pageSize=10&fields=slug");
        var second = await site.JsonAsync(first.GetProperty("next").GetString()!["/api/v1".Length..]);
        var back = await site.JsonAsync(second.GetProperty("prev").GetString()!["/api/v1".Length..]);

        Assert.Equal(first.GetProperty("results").GetRawText(), back.GetProperty("results").GetRawText());
        Assert.NotEqual(first.GetProperty("results").GetRawText(), second.GetProperty("results").GetRawText());
    }

    [Theory]
    [InlineData("/municipalities/GM9999")]
    [InlineData("/municipalities/Zutphen")]
    [InlineData("/organisations/bestaat-niet")]
    [InlineData("/organisations/00000000-0000-0000-0000-000000000000")]
    public async Task Unknown_IsAProblem(string path)
    {
        using var response = await site.AskAsync(path);

        await response.ProblemAsync(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/municipalities?on=gisteren")]
    [InlineData("/municipalities?province=x")]
    [InlineData("/municipalities?size=groot")]
    [InlineData("/municipalities?cursor=x")]
    [InlineData("/organisations?kind=vereniging")]
    [InlineData("/organisations/zutphen?fields=x")]
    public async Task WrongParameter_IsAProblem(string path)
    {
        using var response = await site.AskAsync(path);

        await response.ProblemAsync(HttpStatusCode.BadRequest);
    }
}
