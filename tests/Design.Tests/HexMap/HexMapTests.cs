using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Parelmuur.Design.Tests.HexMap;

public sealed partial class HexMapTests
{
    private static readonly Grid Grid = new();

    [Fact]
    public void Html_PageOfTwentyFourCardsWithSixtyUsesEach_StaysUnderTwelveKilobytes()
    {
        var markers = Marker().Matches(Sprites.Inline.ToString()!).Sum(marker => Encoding.UTF8.GetByteCount(marker.Value));
        var maps = Enumerable.Range(1, 24)
            .Select(seed => new HexMapData { Uses = HexSet.Of(Grid.Some(60, seed)), Maker = HexSet.Of(Grid.Some(1, seed)) })
            .Sum(map => Encoding.UTF8.GetByteCount(HexMapTagHelper.Html(map, HexMapSize.Card, null, Html.Assets).ToString()));
        Assert.True(markers > 0);
        Assert.InRange(markers + maps, 1, 12 * 1024);
    }

    [Fact]
    public async Task Process_WithLabel_IsAPictureThatSaysSo()
    {
        var body = await Html.Of(new HexMapTagHelper(Html.Assets) { Label = "87 van de \"342\"", Size = HexMapSize.Page });
        var svg = body.QuerySelector("svg")!;
        Assert.Equal("img", svg.GetAttribute("role"));
        Assert.Equal("87 van de \"342\"", svg.GetAttribute("aria-label"));
        Assert.Null(svg.GetAttribute("aria-hidden"));
    }

    [Fact]
    public async Task Process_WithoutLabel_IsDecoration()
    {
        var svg = (await Html.Of(new HexMapTagHelper(Html.Assets))).QuerySelector("svg")!;
        Assert.Equal("true", svg.GetAttribute("aria-hidden"));
        Assert.Null(svg.GetAttribute("role"));
    }

    [Fact]
    public async Task Process_EveryLook_HasItsOwnMarker()
    {
        var map = new HexMapData
        {
            Uses = HexSet.Of(Grid.Some(5, 1)), Joining = HexSet.Of(Grid.Some(5, 2)), Maker = HexSet.Of(Grid.Some(1, 3)), Ours = HexSet.Of(Grid.Some(1, 4)),
        };
        var looks = (await Html.Of(new HexMapTagHelper(Html.Assets) { Map = map })).QuerySelectorAll("path").Select(path => path.ClassName);
        Assert.Equal(["in", "bij", "bron", "wij"], looks);
        var page = Html.Parse(Sprites.Inline.ToString()!);
        var shapes = new[] { "in", "bij", "bron", "wij" }.Select(look => page.QuerySelector($"#h-{look}")!.InnerHtml).ToList();
        Assert.Equal(4, shapes.Distinct().Count());
    }

    [Fact]
    public void Draw_Grid_HasOneHexagonPerMunicipalityAndTheProvinces()
    {
        var sprite = XDocument.Parse(HexSprite.Draw(Grid)).Root!;
        var byId = sprite.Descendants().Where(part => part.Attribute("id") is not null).ToDictionary(part => part.Attribute("id")!.Value);
        Assert.Equal(342, byId["nl"].Attribute("d")!.Value.Count(letter => letter == 'z'));
        Assert.Equal(["Noord & co", "Zuid"], byId["namen"].Elements().Select(name => name.Value));
        Assert.NotEqual("", byId["grens"].Attribute("d")!.Value);
    }

    [Fact]
    public void Draw_NoGrid_IsAnEmptyMap() => Assert.Equal("svg", XDocument.Parse(HexSprite.Draw(null)).Root!.Name.LocalName);

    [Fact]
    public void Between_TwoNeighboursOfDifferentProvinces_IsOneSide()
    {
        HexRegion[] regions = [new("A", [new(4, 4)]), new("B", [new(5, 4)])];
        Assert.Equal("M70 53v8", HexBorders.Between(regions));
    }

    [Fact]
    public void Between_OneProvince_HasNoBorder() => Assert.Equal("", HexBorders.Between([new("A", Grid.Cells)]));

    [Fact]
    public async Task Municipalities_ByProvince_AreAllReadable()
    {
        ProvinceList[] provinces = [new("Gelderland", [new("Zutphen", "/gemeenten/zutphen"), new("<Ede>")]), new("Zeeland", [])];
        var body = await Html.Of(new MunicipalitiesTagHelper(Html.Words) { Provinces = provinces });
        Assert.Equal("Lees alle 2 gemeenten", body.QuerySelector("summary")!.TextContent);
        Assert.Equal(["Zutphen", "<Ede>"], body.QuerySelectorAll("li").Select(item => item.TextContent));
        Assert.Equal("/gemeenten/zutphen", body.QuerySelector("a")!.GetAttribute("href"));
        Assert.DoesNotContain("Zeeland", body.TextContent, StringComparison.Ordinal);
    }

    [GeneratedRegex("<marker.*?</marker>", RegexOptions.None, 1000)]
    private static partial Regex Marker();
}
