using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Parelmuur.Adoption;

namespace Parelmuur.Joining.Tests.Uses;

/// <summary>The uses as a spreadsheet: out, changed, looked at, applied, undone.</summary>
public sealed class SheetTests
{
    private const string Page = "/mijn/organisatie/gebruik/werkblad";

    [Theory, OnEachDatabase]
    public async Task Sheet_OfFiveHundred_ChangesAll_AfterALook_AndUndoes(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind);
        await site.ImportAsync("Zutphen", [.. Enumerable.Range(0, 500).Select(number => ($"Oplossing nummer {number:000}", "Gouda"))]);
        await site.DecideAsync(Zutphen.Today(site), [.. (await site.UsesAsync()).Where(use => use.Key.StartsWith("Oplossing nummer", StringComparison.Ordinal))
            .Select(use => new UseDecision(use.Value.Solution, UseAnswer.Confirm, Details: new(new(2025, 1, 1), "Versie A")))]);
        using var omar = await site.AsAsync(Zutphen.Coordinator);
        using var download = await omar.RawAsync(HttpMethod.Get, Page + "?handler=File");
        var sheet = await download.Content.ReadAsStringAsync();
        Assert.Equal(500, sheet.Split("Versie A").Length - 1);

        // As it is, it changes nothing; with mistakes it says in which cells, and saves nothing.
        Assert.Contains("Dit werkblad verandert niets.", (await SendAsync(omar, sheet)).Body!.TextContent, StringComparison.Ordinal);
        var lines = sheet.Split("\r\n");
        var row = Array.FindIndex(lines, line => line.StartsWith("oplossing-nummer-007;", StringComparison.Ordinal));
        lines[row] = lines[row].Replace("gebruikt", "gestopt", StringComparison.Ordinal).Replace("2025-01-01", "ooit", StringComparison.Ordinal);
        var wrong = await SendAsync(omar, string.Join("\r\n", lines) + "onbekend;X;gebruikt\r\n", HttpStatusCode.BadRequest);
        Assert.Contains($"Rij {row + 1}, Sinds: Schrijf de dag zo", wrong.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Adres: Deze oplossing kennen we niet.", wrong.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        lines[row] = lines[row].Replace("ooit", "1-1-2025", StringComparison.Ordinal);
        var unexplained = await SendAsync(omar, string.Join("\r\n", lines), HttpStatusCode.BadRequest);
        Assert.Contains($"Rij {row + 1}, Reden: Schrijf kort waarom.", unexplained.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(unexplained.QuerySelector("form[action*=Apply]"));

        var look = await SendAsync(omar, sheet.Replace("Versie A", "Versie B", StringComparison.Ordinal));
        Assert.Equal(500, look.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Versie: Versie A → Versie B", look.Body!.TextContent, StringComparison.Ordinal);
        var done = await omar.SubmitAsync(look, "Bewaar deze 500 wijzigingen", HttpStatusCode.OK);
        Assert.Contains("500 wijzigingen zijn bewaard.", done.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(500, (await site.UsesAsync()).Values.Count(use => use is { Details.Version: "Versie B", ConfirmedOn: not null }));
        await omar.SubmitAsync(done, "Maak ongedaan", HttpStatusCode.OK);
        Assert.Equal(500, (await site.UsesAsync()).Values.Count(use => use.Details.Version == "Versie A"));
    }

    [Fact]
    public async Task Sheet_ThatIsNone_SaysWhatToDo_AndKeepsFormulasAsText()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        await site.ImportAsync("Zutphen", ("Aap", "Gouda"));
        await site.DecideAsync(
            Zutphen.Today(site), new UseDecision((await site.UsesAsync())["Aap"].Solution, UseAnswer.Use, Details: new(Changed: "=1+1; \"citaat\"\nen meer")));
        using var omar = await site.AsAsync(Zutphen.Coordinator);
        using var download = await omar.RawAsync(HttpMethod.Get, Page + "?handler=File");
        var sheet = await download.Content.ReadAsStringAsync();
        Assert.Contains("\"'=1+1", sheet, StringComparison.Ordinal);
        Assert.Contains("Dit werkblad verandert niets.", (await SendAsync(omar, sheet)).Body!.TextContent, StringComparison.Ordinal);

        foreach (var (text, name, message) in new[]
        {
            ("Naam;Stand\r\nAap;gebruikt\r\n", "x.csv", "mist de kolom Adres"), ("rommel", "x.xlsx", "niet te lezen"), ("rommel", "x.pdf", "eindigt op .xlsx of .csv"), ("", "x.csv", "Kies het werkblad"),
        })
        {
            var page = await SendAsync(omar, text, HttpStatusCode.BadRequest, name);
            Assert.Contains(message, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        }

        using var samira = await site.AsAsync(Zutphen.Contributor);
        await samira.OpenAsync(Page, HttpStatusCode.Forbidden);
    }

    private static async Task<IHtmlDocument> SendAsync(Visitor visitor, string sheet, HttpStatusCode status = HttpStatusCode.OK, string name = "gebruik.csv")
    {
        var page = await visitor.OpenAsync(Page);
        using var content = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("form[enctype] input[name=formulier]")!.GetAttribute("value")!), "formulier" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(sheet)), "Form.File", name },
        };
        using var answer = await visitor.RawAsync(HttpMethod.Post, Page, content);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, html);
        return new HtmlParser().ParseDocument(html);
    }
}
