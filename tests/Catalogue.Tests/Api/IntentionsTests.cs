
namespace Parelmuur.Catalogue.Tests.Api;

/// <summary>What municipalities want to do, over the API.</summary>
[Collection(WithApi.Name)]
public sealed class IntentionsTests(ApiSite api)
{
    [Fact]
    public async Task List_Intentions_GivesThemInPages()
    {
        var page = await api.Site.JsonAsync("/intentions?pageSize=2&state=open");

        Assert.Equal(2, page.GetProperty("results").GetArrayLength());
        Assert.InRange(page.GetProperty("total").GetInt32(), 3, 100);
        Assert.True(page.TryGetProperty("next", out _));
    }

    [Fact]
    public async Task List_WithWords_GivesTheBestAnswer()
    {
        var page = await api.Site.JsonAsync("/intentions?q=betaalachterstand");

        var found = page.GetProperty("results")[0];
        Assert.Equal("schulden-eerder-zien", found.GetProperty("slug").GetString());
        Assert.Equal("GM1876", found.GetProperty("organisation").GetProperty("code").GetString());
        Assert.Equal("GM0098", found.GetProperty("joined")[0].GetProperty("code").GetString());
        Assert.Equal("open", found.GetProperty("state").GetString());
        Assert.False(found.TryGetProperty("contact", out _));
    }
}
