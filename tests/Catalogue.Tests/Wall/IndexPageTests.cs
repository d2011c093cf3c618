using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Parelmuur.Catalogue.Tests.Wall;

[Collection(WithSite.Name)]
public sealed class IndexPageTests(ParelmuurApp site)
{
    private const int PageSize = 24;

    [Fact]
    public async Task Get_All_ShowsTheFirstPageWithCards()
    {
        var page = await site.PageAsync("/muur");
        var total = Total(page);
        Assert.True(total > PageSize);
        Assert.Equal($"De muur: {total} oplossingen van collega’s", Text(page, "h1"));
        Assert.Equal(PageSize, page.QuerySelectorAll(".pm-muur > li").Length);
        Assert.Contains($"Je ziet nummer 1 tot en met {PageSize} van {total}.", Text(page, ".pm-boven"), StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll(".pm-parel a"), link => Assert.StartsWith("/oplossingen/", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_Stages_AddUpToAll()
    {
        var counts = (await site.PageAsync("/muur")).QuerySelectorAll(".pm-fasen b").Select(count => Number(count.TextContent)).ToList();
        Assert.Equal(7, counts.Count); // All, five stages, and tips.
        Assert.Equal(counts[0], counts.Skip(1).Sum());
    }

    [Fact]
    public async Task Get_EveryOption_GivesAsManyAsItSays()
    {
        var page = await site.PageAsync("/muur");
        foreach (var select in page.QuerySelectorAll<IHtmlSelectElement>("select[name]").Where(select => select.Name != "volgorde"))
        {
            foreach (var option in select.Options.Where(option => option.Value.Length > 0))
            {
                var said = Number(option.Text[(option.Text.LastIndexOf('(') + 1)..].TrimEnd(')'));
                Assert.True(said > 0, $"{select.Name} offers {option.Value} without results.");
                Assert.Equal(said, Total(await site.PageAsync($"/muur?{select.Name}={option.Value}")));
            }
        }
    }

    [Fact]
    public async Task Get_Filters_NarrowTogetherAndComeOffOneByOne()
    {
        var all = Total(await site.PageAsync("/muur"));
        var one = await site.PageAsync("/muur?thema=wonen");
        var two = await site.PageAsync("/muur?fase=gedeeld&thema=wonen");
        Assert.InRange(Total(one), 1, all - 1);
        Assert.InRange(Total(two), 1, Total(one) - 1);
        Assert.Equal(
            ["/muur?thema=wonen", "/muur?fase=gedeeld"],
            two.QuerySelectorAll(".pm-gekozen a:not(.pm-gekozen__wis)").Select(link => link.GetAttribute("href")));
        Assert.Equal("gedeeld", two.QuerySelector("input[type=hidden][name=fase]")?.GetAttribute("value"));
        Assert.All(two.QuerySelectorAll(".pm-parel .pm-fase"), stage => Assert.EndsWith("Gedeeld", stage.TextContent.Trim(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_Words_FindsAndSortsByMatch()
    {
        var page = await site.PageAsync("/muur?q=vroegbel");
        Assert.Equal("Vroegbel", Text(page, ".pm-parel__titel"));
        Assert.Equal("Past het best", page.QuerySelector<IHtmlSelectElement>("select[name=volgorde]")!.Options[0].Text);
        Assert.Equal("vroegbel", page.QuerySelector("main input[name=q]")?.GetAttribute("value"));
    }

    [Fact]
    public async Task Get_MostUsed_CountsDown()
    {
        var counts = (await site.PageAsync("/muur")).QuerySelectorAll(".pm-parel__telling strong")
            .Select(count => Number(count.TextContent.TrimEnd('×'))).ToList();
        Assert.Equal(counts.OrderDescending(), counts);
    }

    [Fact]
    public async Task Get_Pages_ShowEverySolutionOnce()
    {
        var first = await site.PageAsync("/muur?volgorde=nieuw");
        var pages = (Total(first) + PageSize - 1) / PageSize;
        List<string> titles = [];
        for (var number = 1; number <= pages; number++)
        {
            var page = number == 1 ? first : await site.PageAsync($"/muur?volgorde=nieuw&pagina={number}");
            titles.AddRange(page.QuerySelectorAll(".pm-parel__titel a").Select(link => link.GetAttribute("href")!));
            Assert.Equal(number > 1, page.QuerySelector("a[rel=prev]") is not null);
            Assert.Equal(number < pages, page.QuerySelector("a[rel=next]") is not null);
        }

        Assert.Equal(Total(first), titles.Distinct().Count());
        Assert.Equal(Total(first), titles.Count);
    }

    [Fact]
    public async Task Get_PageBeyondTheLast_ShowsTheLast()
    {
        var page = await site.PageAsync("/muur?pagina=9999");
        var pages = (Total(page) + PageSize - 1) / PageSize;
        Assert.EndsWith($"/muur?pagina={pages}", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll(".pm-parel"));
    }

    [Fact]
    public async Task Get_List_IsATableOfTheSameSolutions()
    {
        var cards = await site.PageAsync("/muur?thema=wonen");
        var list = await site.PageAsync("/muur?thema=wonen&weergave=lijst");
        Assert.Equal(Links(cards, ".pm-parel__titel a"), Links(list, "tbody th a"));
        Assert.Empty(list.QuerySelectorAll(".pm-parel"));
    }

    [Fact]
    public async Task Get_NothingFits_HelpsOn()
    {
        var page = await site.PageAsync("/muur?q=xqzwv&fase=standaard");
        Assert.Equal("0 oplossingen gevonden", Text(page, "h1"));
        Assert.Contains("/muur", Links(page, ".pm-niets a"));
        Assert.Contains("/eerst-kijken", Links(page, ".pm-niets a"));
    }

    [Theory]
    [InlineData("/muur?thema=&soort=&q=&volgorde=", "/muur")]
    [InlineData("/muur?pagina=0", "/muur")]
    [InlineData("/muur?pagina=-3", "/muur")]
    [InlineData("/muur?fase=bestaat-niet", "/muur")]
    [InlineData("/muur?provincie=atlantis&thema=wonen", "/muur?thema=wonen")]
    [InlineData("/muur?utm_source=nieuwsbrief", "/muur")]
    [InlineData("/muur?volgorde=gebruik", "/muur")]
    [InlineData("/en/muur?soort=&pagina=1", "/en/muur")]
    public async Task Get_WhatSaysNothing_MovesToThePlainAddress(string asked, string address)
    {
        using var response = await site.Client.GetAsync(new Uri(asked, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(address, response.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("q")]
    [InlineData("fase")]
    [InlineData("thema")]
    [InlineData("soort")]
    [InlineData("provincie")]
    [InlineData("grootte")]
    [InlineData("bevestigd")]
    [InlineData("volgorde")]
    [InlineData("weergave")]
    [InlineData("pagina")]
    public async Task Get_HostileValue_NeverFails(string parameter)
    {
        string[] values =
        [
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'; drop table catalogue_solutions; --", "%00", "\0", "\u202e\ufffe",
            "🙂👩‍👩‍👧", "-1", "99999999999999999999", "1e9", "NaN", new string('a', 5_000), "\"onaf", "\"", "-", " ", "a\r\nSet-Cookie: x=1", "../../etc/passwd",
        ];
        foreach (var path in (string[])["/muur", "/muur/scherm"])
        {
            foreach (var value in values)
            {
                var address = $"{path}?{parameter}={Uri.EscapeDataString(value)}";
                for (var hops = 0; ; hops++)
                {
                    using var response = await site.Client.GetAsync(new Uri(address, UriKind.Relative));
                    var html = await response.Content.ReadAsStringAsync();
                    Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
                    Assert.DoesNotContain("<img src=x", html, StringComparison.OrdinalIgnoreCase);
                    if (response.StatusCode == HttpStatusCode.OK)
                        break;
                    Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
                    Assert.True(hops < 1, $"{address} keeps moving.");
                    address = response.Headers.Location!.ToString();
                }
            }
        }
    }

    [Theory]
    [InlineData("/muur?q=%")]
    [InlineData("/muur?q=%ff%fe")]
    [InlineData("/muur?=&&&=")]
    [InlineData("/muur?fase=pareltje&fase=pilot")]
    public async Task Get_BrokenQuery_NeverFails(string address)
    {
        using var response = await site.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.True((int)response.StatusCode < 400, $"{address} answered {response.StatusCode}.");
    }

    [Fact]
    public async Task Get_English_SpeaksEnglishAndKeepsTheLanguage()
    {
        var page = await site.PageAsync("/en/muur?fase=gedeeld");
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.EndsWith("solutions found", Text(page, "h1"), StringComparison.Ordinal);
        Assert.Equal("Shared", page.QuerySelector(".pm-fasen [aria-current]")!.TextContent.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0].Trim());
        Assert.All(Links(page, ".pm-parel a, .pm-fasen a"), link => Assert.StartsWith("/en/", link, StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll(".pm-parel__titel a"), link => Assert.Equal("nl", link.GetAttribute("lang")));
    }

    private static int Total(IDocument page) => Number(new string([.. Text(page, "h1").SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(c => char.IsAsciiDigit(c) || c == '.')]));

    private static int Number(string text) => int.Parse(text.Trim().Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private static List<string?> Links(IDocument page, string selector) =>
        [.. page.QuerySelectorAll(selector).Select(link => link.GetAttribute("href"))];

    private static string Text(IDocument page, string selector) =>
        string.Join(' ', (page.QuerySelector(selector)?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
