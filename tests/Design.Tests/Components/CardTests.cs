using AngleSharp.Dom;

namespace Parelmuur.Design.Tests.Components;

public sealed class CardTests
{
    private static readonly CardModel Card = new()
    {
        Url = "/oplossingen/vroegbel",
        Title = "Vroegbel",
        Stage = new StageLook(3, "Gedeeld"),
        Promise = "Bel inwoners binnen 5 werkdagen.",
        Maker = "Deventer",
        Themes = ["Bestaanszekerheid", "Wonen", "Zorg"],
        Uses = 1214,
        Confirmed = 41,
        Freshness = new Freshness(new DateOnly(2026, 10, 8), IsStale: false),
    };

    [Fact]
    public async Task Process_Card_HasOneLinkOnItsTitle()
    {
        var body = await Render(Card);
        var link = Assert.Single(body.QuerySelectorAll("a"));
        Assert.Equal("/oplossingen/vroegbel", link.GetAttribute("href"));
        Assert.Equal("H3", link.ParentElement!.TagName);
    }

    [Fact]
    public async Task Process_Card_SaysStageUsesAndFreshnessInWords()
    {
        using var _ = Html.In("nl-NL");
        var text = Text(await Render(Card));
        Assert.Contains("Fase: Gedeeld", text, StringComparison.Ordinal);
        Assert.Contains("1× gemaakt, 1.214× gebruikt (41 bevestigd)", text, StringComparison.Ordinal);
        Assert.Contains("Bevestigd in oktober 2026", text, StringComparison.Ordinal);
        Assert.Contains("Bestaanszekerheid, Wonen", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zorg", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Process_InEnglish_MarksWhatPeopleWroteAsDutch()
    {
        using var _ = Html.In("en-GB");
        var body = await Render(Card);
        Assert.Equal("nl", body.QuerySelector("h3 a")!.GetAttribute("lang"));
        Assert.Equal("nl", body.QuerySelector(".pm-parel__belofte")!.GetAttribute("lang"));
        Assert.Contains("Confirmed in October 2026", Text(body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Process_InDutch_NeedsNoLanguage()
    {
        using var _ = Html.In("nl-NL");
        Assert.Empty((await Render(Card)).QuerySelectorAll("[lang]"));
    }

    [Theory]
    [InlineData(0, 14, "1× gemaakt, 14× in proef")]
    [InlineData(0, 0, "1× gemaakt, nog niet door anderen gebruikt")]
    [InlineData(1, 14, "1× gemaakt, 1× gebruikt")]
    public async Task Process_FewUses_NeverShowsZero(int uses, int joining, string expected)
    {
        using var _ = Html.In("nl-NL");
        var body = await Render(Card with { Uses = uses, Joining = joining, Confirmed = 0 });
        Assert.Equal(expected, Text(body.QuerySelector(".pm-parel__telling")!));
    }

    [Fact]
    public async Task Process_HostileContent_StaysText()
    {
        const string Hostile = "\"><script>alert(1)</script><b title='";
        var body = await Render(Card with { Title = Hostile, Promise = Hostile, Maker = Hostile, Themes = [Hostile], Url = Hostile });
        Assert.Empty(body.QuerySelectorAll("script, b, [title]"));
        Assert.Equal(Hostile, body.QuerySelector("h3")!.TextContent);
        Assert.Equal(Hostile, body.QuerySelector("a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData(WallLook.Cards)]
    [InlineData(WallLook.List)]
    [InlineData(WallLook.Screen)]
    public async Task Wall_EveryLook_ShowsEverySolutionOnce(WallLook look)
    {
        using var _ = Html.In("nl-NL");
        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        http.Request.Scheme = "https";
        http.Request.Host = new("parelmuur.voorbeeld.nl");
        var wall = new WallTagHelper(Html.Words, Html.Assets)
        {
            View = new() { HttpContext = http }, Cards = [Card, Card with { Title = "Boomcheck" }], Look = look,
        };
        var body = await Html.Of(wall);
        Assert.Equal(["Vroegbel", "Boomcheck"], body.QuerySelectorAll("ul > li h3").Select(title => title.TextContent));
        Assert.All(body.QuerySelectorAll("li"), item => Assert.Contains("Gedeeld", item.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Qr_Address_IsAPictureWithADifferentPatternPerAddress()
    {
        var one = (await Html.Of(new QrTagHelper { Address = "https://a.nl/1", Label = "Naar een" })).QuerySelector("svg")!;
        var two = (await Html.Of(new QrTagHelper { Address = "https://a.nl/2", Label = "Naar twee" })).QuerySelector("svg")!;
        Assert.Equal("Naar een", one.GetAttribute("aria-label"));
        Assert.NotEqual(one.InnerHtml, two.InnerHtml);
        using var generator = new QRCoder.QRCodeGenerator();
        using var code = generator.CreateQrCode("https://a.nl/1", QRCoder.QRCodeGenerator.ECCLevel.M);
        Assert.Equal(code.ModuleMatrix.Sum(row => row.Cast<bool>().Count(dark => dark)), DarkModules(one));
    }

    private static int DarkModules(IElement svg) => svg.QuerySelector("path:last-child")!.GetAttribute("d")!
        .Split('h').Skip(1).Select(part => part.Split('v', 'z')[0]).Select(int.Parse).Where(width => width > 0).Sum();

    private static Task<IElement> Render(CardModel card) => Html.Of(new CardTagHelper(Html.Words, Html.Assets) { Card = card });

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
