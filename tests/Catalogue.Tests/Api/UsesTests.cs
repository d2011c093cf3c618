using System.Net;

namespace Parelmuur.Catalogue.Tests.Api;

[Collection(WithApi.Name)]
public sealed class UsesTests(ApiSite api)
{
    [Fact]
    public async Task Next_ToTheEnd_GivesEachOnce()
    {
        var all = await api.Site.WalkAsync("/uses?pageSize=100");

        var keys = all.Select(each => (
            each.GetProperty("solution").GetProperty("slug").GetString(),
            each.GetProperty("user").GetProperty("slug").GetString())).ToList();
        Assert.True(keys.Count > 500);
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Fact]
    public async Task List_OfASolution_HasAsManyAsTheSolutionSays()
    {
        var solution = await api.Site.JsonAsync("/solutions/vroegbel");
        var uses = await api.Site.WalkAsync("/uses?solution=vroegbel&pageSize=7");

        var users = solution.GetProperty("users");
        Assert.Equal(users.GetProperty("active").GetInt32() + users.GetProperty("planned").GetInt32(), uses.Count);
        Assert.All(uses, each => Assert.Equal("Vroegbel", each.GetProperty("solution").GetProperty("title").GetString()));
    }

    [Fact]
    public async Task List_OfAMunicipality_GivesOnlyThat()
    {
        var uses = await api.Site.WalkAsync("/uses?municipality=GM0301&pageSize=2");

        Assert.NotEmpty(uses);
        Assert.All(uses, each => Assert.Equal("GM0301", each.GetProperty("user").GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("/uses?municipality=GM9999")]
    [InlineData("/uses?solution=bestaat-niet")]
    public async Task List_OfUnknown_SaysSo(string path)
    {
        using var response = await api.Site.AskAsync(path);

        await response.ProblemAsync(HttpStatusCode.BadRequest);
    }
}
