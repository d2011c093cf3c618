using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Parelmuur.Design.Tests.AssetFiles;

public sealed partial class AssetTests(Site site) : IClassFixture<Site>
{
    private static readonly string Css = Html.Assets.Url("parelmuur.css");

    [Theory]
    [InlineData("parelmuur.css", "text/css")]
    [InlineData("figtree.woff2", "font/woff2")]
    [InlineData("favicon.svg", "image/svg+xml")]
    [InlineData("kaart.svg", "image/svg+xml")]
    public async Task Get_Asset_MayBeKeptForEver(string name, string type)
    {
        using var response = await site.GetAsync(Html.Assets.Url(name));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.GetValues("Cache-Control").Single());
    }

    [Fact]
    public async Task Get_AssetInEitherLanguage_HasOneAddress()
    {
        using var response = await site.GetAsync(Css);
        var english = await site.PageAsync("/en/hulp");
        Assert.Equal(Css, english.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Get_BrowserTakesPacked_SendsTheSameBytesPacked(string encoding)
    {
        using var plain = await site.GetAsync(Css);
        using var request = new HttpRequestMessage(HttpMethod.Get, Css);
        request.Headers.AcceptEncoding.ParseAdd(encoding);
        using var packed = await site.SendAsync(request);
        Assert.Equal([encoding], packed.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", packed.Headers.Vary);
        await using var body = await packed.Content.ReadAsStreamAsync();
        await using Stream unpacked = encoding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task Get_BrowserRefusesBrotli_GetsGzip()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Css);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br;q=0, gzip");
        using var response = await site.SendAsync(request);
        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task Get_Unchanged_SendsNothing()
    {
        using var first = await site.GetAsync(Css);
        using var request = new HttpRequestMessage(HttpMethod.Get, Css);
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag!.Tag));
        using var second = await site.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Get_OtherFingerprint_IsNotFound()
    {
        using var response = await site.GetAsync("/assets/parelmuur.0000000000.css");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.NotEqual("public, max-age=31536000, immutable", response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public void Url_OtherContent_HasAnotherAddress() =>
        Assert.NotEqual(Html.Assets.Url("kaart.svg"), new Assets([]).Url("kaart.svg"));

    [Fact]
    public async Task Stylesheet_Bundle_IsSmallWholeAndOnlyOurs()
    {
        using var response = await site.GetAsync(Css);
        var css = await response.Content.ReadAsStringAsync();
        Assert.InRange(response.Content.Headers.ContentLength!.Value, 10_000, 40 * 1024);
        Assert.Equal(css.Count(letter => letter == '{'), css.Count(letter => letter == '}'));
        var addresses = CssUrl().Matches(css).Select(match => match.Groups["url"].Value).ToList();
        Assert.All(addresses, address => Assert.DoesNotContain("//", address, StringComparison.Ordinal));
        Assert.DoesNotContain("@import", css, StringComparison.Ordinal);
        var font = Assert.Single(addresses, address => address.EndsWith(".woff2", StringComparison.Ordinal));
        using var found = await site.GetAsync(Assets.Folder + font);
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
    }

    [Fact]
    public async Task Stylesheet_EveryMarkerAndGradient_IsInThePage()
    {
        using var response = await site.GetAsync(Css);
        var page = await site.PageAsync("/hulp");
        var ids = CssUrl().Matches(await response.Content.ReadAsStringAsync()).Select(match => match.Groups["url"].Value).Where(url => url.StartsWith('#'));
        Assert.NotEmpty(ids);
        Assert.All(ids, id => Assert.NotNull(page.QuerySelector(id)));
    }

    [GeneratedRegex(@"url\(['""]?(?<url>[^'"")]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CssUrl();
}
