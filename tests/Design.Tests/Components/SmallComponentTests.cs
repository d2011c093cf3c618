using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Parelmuur.Design.Tests.Components;

public sealed class SmallComponentTests
{
    [Theory]
    [InlineData(1, 1, "Past een beetje")]
    [InlineData(3, 3, "Past voor een deel")]
    [InlineData(5, 5, "Past heel goed")]
    [InlineData(9, 5, "Past heel goed")]
    public async Task Meter_Strength_ShowsHexagonsAndWords(int strength, int filled, string words)
    {
        var body = await Html.Of(new MeterTagHelper(Html.Words) { Strength = strength });
        Assert.Equal(5, body.QuerySelectorAll("path").Length);
        Assert.Equal(filled, body.QuerySelectorAll("path.aan").Length);
        Assert.Equal(words, body.TextContent);
    }

    [Fact]
    public async Task Box_WithAClassOfThePage_HasBothInOneAttribute()
    {
        var body = await Html.Of(new BoxTagHelper(Html.Words) { Look = BoxLook.Sea }, classes: "pm-lees");
        Assert.Equal("pm-kader pm-kader--zee pm-stapel pm-lees", body.FirstElementChild!.ClassName);
    }

    [Fact]
    public async Task Freshness_EveryState_HasItsOwnWords()
    {
        using var _ = Html.In("nl-NL");
        var day = new DateOnly(2025, 5, 1);
        Assert.Equal("Bevestigd in mei 2025", await Freshness(new(day, IsStale: false)));
        Assert.Equal("Laatst bevestigd in mei 2025", await Freshness(new(day, IsStale: true)));
        Assert.Equal("Nog niet bevestigd", await Freshness(new(null, IsStale: true)));
        Assert.Equal("Zoekt een eigenaar", await Freshness(new(day, IsStale: false, HasSteward: false)));
    }

    [Fact]
    public async Task Pagination_InTheMiddle_LinksNeighboursAndEnds()
    {
        var body = await Html.Of(new PaginationTagHelper(Html.Words) { Pages = new(4, 18, page => $"/muur?pagina={page}&fase=3") });
        Assert.Equal(["1", "3", "4", "5", "18"], body.QuerySelectorAll(".pm-bladeren__nummer a").Select(link => link.LastChild!.TextContent));
        Assert.Equal("/muur?pagina=5&fase=3", body.QuerySelector("[rel=next]")!.GetAttribute("href"));
        Assert.Equal("/muur?pagina=4&fase=3", body.QuerySelector("[aria-current=page]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Pagination_OnePage_IsNothing() =>
        Assert.Equal("", (await Html.Of(new PaginationTagHelper(Html.Words) { Pages = new(1, 1, _ => "") })).InnerHtml);

    [Fact]
    public async Task Facets_ManyOptions_ShowChosenFirstAndFoldTheRest()
    {
        var options = Enumerable.Range(1, 12).Select(number => new FacetOption($"v{number}", $"Optie {number}", number, number == 12)).ToList();
        var body = await Html.Of(new FacetsTagHelper(Html.Words) { Facets = [new Facet("provincie", "Provincie", options)] });
        Assert.Equal("v12", body.QuerySelector("input")!.GetAttribute("value"));
        Assert.True(body.QuerySelector("input")!.HasAttribute("checked"));
        Assert.Equal(12, body.QuerySelectorAll("fieldset label input[name=provincie]").Length);
        Assert.Equal(4, body.QuerySelectorAll("fieldset details input").Length);
        Assert.StartsWith("Filters (1)", body.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marked_Pieces_KeepTextAndMarkWords()
    {
        var body = await Html.Of(new MarkedTagHelper { Pieces = [new("een <b> en ", false), new("schuld", true)] });
        Assert.Equal("een <b> en schuld", body.TextContent);
        Assert.Equal("schuld", Assert.Single(body.QuerySelectorAll("mark")).TextContent);
        Assert.Empty(body.QuerySelectorAll("b"));
    }

    [Fact]
    public async Task Why_WithoutDifference_LeavesThatLineOut()
    {
        var body = await Html.Of(new WhyTagHelper(Html.Words) { Value = new Why([new("bellen", true)], [new("Bellen", true)], []) });
        Assert.Equal(["Jij schrijft", "Deze oplossing"], body.QuerySelectorAll("dt").Select(term => term.TextContent));
    }

    [Fact]
    public async Task Table_AnyWidth_ScrollsInARegionThatTakesFocus()
    {
        var region = (await Html.Of(new TableTagHelper(Html.Words) { Caption = "Voor en na" }, "<tbody><tr><td>1</td></tr></tbody>")).QuerySelector("[role=region]")!;
        Assert.Equal("0", region.GetAttribute("tabindex"));
        Assert.Equal("Tabel: Voor en na", region.GetAttribute("aria-label"));
        Assert.Equal("Voor en na", region.QuerySelector("caption")!.TextContent);
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public async Task Table_WithMoreColumnsThanAPhoneHolds_NamesTheColumnAtEachCell(int columns, bool named)
    {
        var head = string.Concat(Enumerable.Range(1, columns).Select(each => $"<th scope=\"col\" class=\"n\">Kolom&amp;<b>\"{each}\"</b></th>"));
        var row = $"<tr><th scope=\"row\">rij</th>{string.Concat(Enumerable.Repeat("<td class=\"n\">1</td>", columns - 1))}</tr>";
        var table = await Html.Of(new TableTagHelper(Html.Words), $"<thead><tr>{head}</tr></thead><tbody>{row}{row}</tbody>");

        Assert.All(table.QuerySelectorAll("tbody tr"), each => Assert.Equal(
            named ? ["Kolom&\"2\"", "Kolom&\"3\"", "Kolom&\"4\""] : [null, null],
            each.QuerySelectorAll("td").Select(cell => cell.GetAttribute("data-kolom"))));
        Assert.Null(table.QuerySelector("[scope=row][data-kolom]"));
    }

    [Fact]
    public void Table_CutAnywhere_NamesTheSameColumns()
    {
        const string rows = "<caption>x</caption><thead><tr><th scope=\"col\">A</th><th>B</th><th></th><th>D &amp; E</th></tr></thead><tbody><tr><td>1</td><td\nclass=\"n\">2</td><td>3</td><td>4</td><td>5</td></tr></tbody>";
        using var whole = new StringWriter(CultureInfo.InvariantCulture);
        using var cut = new StringWriter(CultureInfo.InvariantCulture);
        new ColumnNames(new HtmlString(rows)).WriteTo(whole, HtmlEncoder.Default);
        new ColumnNames(rows.Aggregate(new HtmlContentBuilder(), (html, sign) => (HtmlContentBuilder)html.AppendHtml($"{sign}"))).WriteTo(cut, HtmlEncoder.Default);

        Assert.EndsWith("<tr><td data-kolom=\"A\">1</td><td data-kolom=\"B\"\nclass=\"n\">2</td><td>3</td><td data-kolom=\"D &amp; E\">4</td><td>5</td></tr></tbody>", whole.ToString(), StringComparison.Ordinal);
        Assert.StartsWith(rows[..rows.IndexOf("<tbody>", StringComparison.Ordinal)], whole.ToString(), StringComparison.Ordinal);
        Assert.Equal(whole.ToString(), cut.ToString());
    }

    [Fact]
    public async Task Facts_FigureWithAUnit_SetsTheUnitApart()
    {
        var list = await Html.Of(new FactsTagHelper(Html.Words) { Facts = [new("11,0 miljoen", "inwoners"), new("1 op 3", "neemt hulp aan"), new("87×", "gebruikt")] });
        Assert.Equal(["11,0 miljoen", "1 op 3", "87×"], list.QuerySelectorAll("strong").Select(figure => figure.TextContent));
        Assert.Equal(["miljoen"], list.QuerySelectorAll("strong span").Select(unit => unit.TextContent));
    }

    [Fact]
    public async Task Data_WithoutValue_IsLeftOut() =>
        Assert.Equal("", (await Html.Of(new DataTagHelper(Html.Words) { Term = "Inwoners" }, "  ")).InnerHtml.Trim());

    [Theory]
    [InlineData("Joke van der Velde", "JV")]
    [InlineData("Ömer Şahin", "ÖŞ")]
    [InlineData("Prince", "P")]
    [InlineData("  ", "")]
    public void Initials_Name_TakesFirstAndLastWord(string name, string initials) => Assert.Equal(initials, AvatarTagHelper.Initials(name));

    private static async Task<string> Freshness(Freshness value) =>
        (await Html.Of(new FreshnessTagHelper(Html.Words) { Value = value })).TextContent;
}
