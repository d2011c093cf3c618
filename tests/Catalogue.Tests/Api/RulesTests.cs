using System.Net;

namespace Parelmuur.Catalogue.Tests.Api;

[Collection(WithApi.Name)]
public sealed class RulesTests(ApiSite api)
{
    [Theory]
    [InlineData("/solutions?pageSize=0", "pageSize")]
    [InlineData("/solutions?pageSize=101", "pageSize")]
    [InlineData("/solutions?pageSize=veel", "pageSize")]
    [InlineData("/solutions?cursor=onzin", "cursor")]
    [InlineData("/solutions?cursor=AAAA", "cursor")]
    [InlineData("/solutions?fields=slug,nope", "fields")]
    [InlineData("/solutions?stage=parel", "stage")]
    [InlineData("/solutions?stage=1", "stage")]
    [InlineData("/solutions?province=limburgia", "province")]
    [InlineData("/solutions?confirmed=misschien", "confirmed")]
    [InlineData("/solutions?sort=mooiste", "sort")]
    [InlineData("/search", "q")]
    [InlineData("/search?q=", "q")]
    [InlineData("/search?q=a&facets=kleur", "facets")]
    [InlineData("/uses?cursor=%00", "cursor")]
    public async Task WrongParameter_NamesIt(string path, string name)
    {
        using var response = await api.Site.AskAsync(path);

        var problem = await response.ProblemAsync(HttpStatusCode.BadRequest);
        Assert.Equal(name, problem.GetProperty("errors")[0].GetProperty("location").GetProperty("name").GetString());
    }

    [Fact]
    public async Task TwoWrongParameters_AreToldTogether()
    {
        using var response = await api.Site.AskAsync("/solutions?pageSize=0&stage=parel");

        var problem = await response.ProblemAsync(HttpStatusCode.BadRequest);
        Assert.Equal(2, problem.GetProperty("errors").GetArrayLength());
    }

    [Theory]
    [InlineData("/solutions/bestaat-niet")]
    [InlineData("/onbekend")]
    [InlineData("/solutions/vroegbel/meer")]
    public async Task UnknownAddress_IsAProblem(string path)
    {
        using var response = await api.Site.AskAsync(path);

        await response.ProblemAsync(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("DELETE", "/solutions")]
    [InlineData("POST", "/search")]
    [InlineData("GET", "/checks")]
    public async Task WrongMethod_SaysWhatCan(string method, string path)
    {
        using var response = await api.Site.AskAsync(new HttpMethod(method), path, null);

        await response.ProblemAsync(HttpStatusCode.MethodNotAllowed);
        Assert.NotEmpty(response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("text/html", false)]
    [InlineData("application/xml, text/plain", false)]
    [InlineData("text/html, application/xhtml+xml, */*;q=0.8", true)]
    [InlineData("application/json", true)]
    public async Task Accept_DecidesWhetherThereIsAnAnswer(string accept, bool isGood)
    {
        using var response = await api.Site.AskAsync("/solutions", ("Accept", accept));

        if (isGood)
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        else
            await response.ProblemAsync(HttpStatusCode.NotAcceptable);
    }

    [Theory]
    [InlineData("/solutions?pageSize=2")]
    [InlineData("/solutions/vroegbel")]
    [InlineData("/search?q=brief")]
    [InlineData("/facets")]
    public async Task SameAgain_CostsNothing(string path)
    {
        using var first = await api.Site.AskAsync(path);
        var tag = first.Headers.ETag!.ToString();

        using var again = await api.Site.AskAsync(path, ("If-None-Match", tag));
        using var fresh = await api.Site.AskAsync(path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "nieuw=1", ("If-None-Match", "\"anders\""));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.OK, fresh.StatusCode);
        Assert.True(fresh.Headers.CacheControl!.Public);
    }

    [Fact]
    public async Task Head_TellsTheSameWithoutBody()
    {
        using var get = await api.Site.AskAsync("/solutions/vroegbel?fields=slug");
        using var head = await api.Site.AskAsync(HttpMethod.Head, "/solutions/vroegbel?fields=slug", null);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task OtherSites_MayReadAndCheck()
    {
        using var read = await api.Site.AskAsync("/solutions?pageSize=1", ("Origin", "https://elders.example"));
        using var preflight = await api.Site.AskAsync(
            HttpMethod.Options, "/checks", null,
            ("Origin", "https://elders.example"), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "content-type"));

        Assert.Equal("*", Assert.Single(read.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.False(read.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal("*", Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("POST", Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooManyRequests_AreToldToWait()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite, withSamples: false, "--Api:RequestsPerMinute=3");
        for (var request = 0; request < 3; request++)
        {
            using var good = await site.AskAsync("/facets");
            Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        }

        using var refused = await site.AskAsync("/facets");
        using var capitals = await site.Client.GetAsync(new Uri("/API/v1/facets", UriKind.Relative));

        await refused.ProblemAsync(HttpStatusCode.TooManyRequests);
        Assert.Equal(HttpStatusCode.TooManyRequests, capitals.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        using var page = await site.Client.GetAsync(new Uri("/api", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }
}
