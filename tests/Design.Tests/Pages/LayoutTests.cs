namespace Parelmuur.Design.Tests.Pages;

public sealed class LayoutTests(Site site) : IClassFixture<Site>
{
    public static TheoryData<string> Addresses => new()
    {
        "/ontwerp", "/ontwerp/scherm", "/ontwerp/foto-kaart", "/hulp", "/privacy", "/toegankelijkheid", "/fout/404", "/fout/500", "/dit-bestaat-niet",
        "/en/ontwerp", "/en/ontwerp/scherm", "/en/ontwerp/foto-kaart", "/en/hulp", "/en/privacy", "/en/toegankelijkheid", "/en/fout/503", "/en/not-there",
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Get_EveryPage_HasLanguageTitleOneHeadingAndUniqueIds(string address)
    {
        var page = await site.PageAsync(address);
        Assert.Equal(address.StartsWith("/en", StringComparison.Ordinal) ? "en" : "nl", page.DocumentElement.GetAttribute("lang"));
        Assert.EndsWith(" – Parelmuur", page.Title, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main"));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Get_EveryPage_KeepsToTheSecurityPolicy(string address)
    {
        var page = await site.PageAsync(address);
        Assert.Empty(page.QuerySelectorAll("script:not([src]), style, [style], base"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        var sources = page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], link[rel=preload], img, use, script")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!);
        Assert.All(sources, source => Assert.True(source.StartsWith('/') || source.StartsWith('#'), source));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Get_EveryPage_PointsOnlyToWhatIsThere(string address)
    {
        var page = await site.PageAsync(address);
        var pointers = page.QuerySelectorAll("[aria-describedby]").SelectMany(element => element.GetAttribute("aria-describedby")!.Split(' '))
            .Concat(page.QuerySelectorAll("label[for]").Select(label => label.GetAttribute("for")!))
            .Concat(page.QuerySelectorAll("use[href^='#']").Select(use => use.GetAttribute("href")![1..]));
        Assert.All(pointers, id => Assert.NotNull(page.GetElementById(id)));
    }

    [Fact]
    public async Task Get_Page_LoadsOneSmallScript()
    {
        var script = Assert.Single((await site.PageAsync("/hulp")).QuerySelectorAll("script"));
        using var answer = await site.GetAsync(script.GetAttribute("src")!);
        Assert.True(answer.IsSuccessStatusCode);
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync()).Length, 1, 1_200);
    }

    [Fact]
    public async Task Get_SiteWithSamples_SaysSoOnEveryKindOfPage()
    {
        Assert.Contains("verzonnen", (await site.PageAsync("/hulp")).QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("verzonnen", (await site.PageAsync("/ontwerp/scherm")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("made up", (await site.PageAsync("/en/hulp")).QuerySelector("header")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Page_HasMenuInOrderWithTheCurrentOneMarked()
    {
        var links = (await site.PageAsync("/en/ontwerp")).QuerySelectorAll("header nav a").ToList();
        Assert.Equal(["/en/muur", "/en/ontwerp"], links.Select(link => link.GetAttribute("href")));
        Assert.Equal([null, "page"], links.Select(link => link.GetAttribute("aria-current")));
    }

    [Fact]
    public async Task Get_PageUnderAMenuItem_MarksItsSection() =>
        Assert.Equal("true", (await site.PageAsync("/ontwerp/iets")).QuerySelector("header nav a[href='/ontwerp']")!.GetAttribute("aria-current"));

    [Theory]
    [InlineData("/hulp?a=1&b=2", "/en/hulp?a=1&b=2")]
    [InlineData("/en/hulp?a=1", "/hulp?a=1")]
    [InlineData("/bestaat-niet", "/en/bestaat-niet")]
    public async Task Get_Page_OffersTheSamePageInTheOtherLanguage(string address, string other) =>
        Assert.Equal(other, (await site.PageAsync(address)).QuerySelector("header a[hreflang]")!.GetAttribute("href"));

    [Fact]
    public async Task Get_Page_HasAPermanentAddressWithoutItsQuery()
    {
        var canonical = (await site.PageAsync("/hulp?utm=1")).QuerySelector("link[rel=canonical]")!.GetAttribute("href")!;
        Assert.Equal("/hulp", new Uri(canonical).PathAndQuery);
    }

    [Fact]
    public async Task Get_Page_HasASearchBoxInItsLanguage()
    {
        var form = (await site.PageAsync("/en/hulp")).QuerySelector("header form[role=search]")!;
        Assert.Equal("/en/zoeken", form.GetAttribute("action"));
        Assert.Equal("q", form.QuerySelector("input[type=search]")!.GetAttribute("name"));
        Assert.Equal("Find a solution", form.QuerySelector("button")!.TextContent);
    }

    [Theory]
    [InlineData("/hulp")]
    [InlineData("/en/hulp")]
    public async Task Get_Help_SaysWhereTheSourceIs(string address)
    {
        var source = (await File.ReadAllLinesAsync(Repository.Path("publiccode.yml"))).Single(line => line.StartsWith("url: ", StringComparison.Ordinal))["url: ".Length..];
        Assert.NotNull((await site.PageAsync(address)).QuerySelector($"main a[href='{source}']"));
    }

    [Theory]
    [InlineData("/bestaat-niet", 404)]
    [InlineData("/fout/404", 404)]
    [InlineData("/fout/503", 503)]
    [InlineData("/fout", 500)]
    [InlineData("/fout/200", 500)]
    [InlineData("/fout/abc", 500)]
    public async Task Get_Failure_SaysWhatNowAndKeepsItsStatus(string address, int status)
    {
        using var response = await site.GetAsync(address);
        Assert.Equal(status, (int)response.StatusCode);
        var page = await site.PageAsync(address);
        Assert.NotNull(page.QuerySelector("main a[href='/hulp']"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Null(page.QuerySelector("link[rel=canonical]"));
    }

    [Fact]
    public async Task Get_PageInEnglish_ShowsNoDutchOfItsOwn()
    {
        var page = await site.PageAsync("/en/ontwerp");
        foreach (var dutch in page.QuerySelectorAll("[lang=nl], svg").ToList())
            dutch.Remove();
        var text = page.Body!.TextContent;
        Assert.DoesNotContain(" de ", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" het ", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" niet ", text, StringComparison.Ordinal);
    }
}
