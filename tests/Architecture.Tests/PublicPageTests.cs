using System.Net;

namespace Parelmuur.Architecture.Tests;

/// <summary>What visitors who only read get: no cookie, and a page that was made for everyone.</summary>
[Collection(WithSite.Name)]
public sealed class PublicPageTests(ParelmuurApp site)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/muur")]
    [InlineData("/zoeken?q=schulden")]
    [InlineData("/oplossingen/vroegbel")]
    [InlineData("/gemeenten")]
    [InlineData("/gemeenten/utrecht")]
    [InlineData("/open-data")]
    [InlineData("/en/muur")]
    public async Task Page_SetsNoCookie(string path)
    {
        using var answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"), $"{path} sets a cookie: nobody could share the page.");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/muur")]
    [InlineData("/zoeken?q=afval")]
    [InlineData("/oplossingen/vroegbel")]
    [InlineData("/gemeenten/deventer")]
    public async Task Page_AskedTwice_ComesFromTheCache(string path)
    {
        (await site.Client.GetAsync(new Uri(path, UriKind.Relative))).Dispose();
        using var second = await site.Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.True(second.Headers.Age is not null, $"{path} was made again.");
    }
}
