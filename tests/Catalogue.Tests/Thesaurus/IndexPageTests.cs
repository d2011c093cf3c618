using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Catalogue.Tests.Sharing;
using Parelmuur.Search;

namespace Parelmuur.Catalogue.Tests.Thesaurus;

/// <summary>Editors say which words mean the same; search uses it without a restart.</summary>
public sealed class IndexPageTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private const string Path = "/redactie/synoniemen", Save = "Bewaar dit paar";

    [Fact]
    public async Task Pair_PreviewedSavedChangedAndRemoved_CountsAtOnce()
    {
        using var eva = await site.AsAsync("Eva Mulder");
        Assert.Equal(0, Total("zwamkruik"));

        var preview = await eva.SubmitAsync(Path, "Bekijk wat er verandert", ("Form.From", "zwamkruik"), ("Form.To", "betaalachterstand"));
        Assert.Contains("“zwamkruik”: nu 0 resultaten, straks", preview.Words(), StringComparison.Ordinal);
        Assert.Contains("Vroegbel", preview.QuerySelector("#verandert")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, Total("zwamkruik"));

        var saved = await eva.SubmitAsync(preview, Save, HttpStatusCode.OK);
        Assert.Contains("1 paar van de redactie", saved.Words(), StringComparison.Ordinal);
        await Writer.UntilAsync(() => Task.FromResult(Total("zwamkruik") > 0));

        var change = await eva.OpenAsync(saved.QuerySelector("a[href*='paar=']")!.GetAttribute("href")!);
        Assert.Equal("zwamkruik", change.Typed("Form.From"));
        await eva.SubmitAsync(change, Save, HttpStatusCode.OK, ("Form.From", "kruikzwam"));
        await Writer.UntilAsync(() => Task.FromResult(Total("zwamkruik") == 0 && Total("kruikzwam") > 0));

        var removed = await eva.SubmitAsync(Path, "Haal weg: kruikzwam = betaalachterstand");
        await Writer.UntilAsync(() => Task.FromResult(Total("kruikzwam") == 0));
        await eva.SubmitAsync(removed, "Maak ongedaan", HttpStatusCode.OK);
        await Writer.UntilAsync(() => Task.FromResult(Total("kruikzwam") > 0));
    }

    [Theory]
    [InlineData("", "afval", "Vul het eerste woord in.")]
    [InlineData("a = b", "afval", "Schrijf een woord of naam, zonder de tekens =, > en #.")]
    [InlineData("de", "afval", "In 'de' staat geen woord waarop te zoeken is.")]
    [InlineData("afval", "afval", "Dezelfde naam staat er twee keer.")]
    public async Task Pair_ThatIsWrong_GetsAMessage(string from, string to, string message)
    {
        using var eva = await site.AsAsync("Eva Mulder");

        var page = await eva.SubmitAsync(
            await eva.OpenAsync(Path), Save, HttpStatusCode.BadRequest, ("Form.From", from), ("Form.To", to));

        Assert.Contains(message, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(to, page.Typed("Form.To"));
    }

    [Fact]
    public async Task Missed_Search_StandsBesideTheForm()
    {
        await site.PageAsync("/zoeken?q=glimwormenbrigade");
        await site.Services.GetRequiredService<Parelmuur.Catalogue.Searching.MissedSearches>().WriteAsync(default);
        using var eva = await site.AsAsync("Eva Mulder");

        var page = await eva.OpenAsync(Path);

        var link = page.QuerySelectorAll("aside a").Single(each => each.TextContent == "glimwormenbrigade");
        Assert.Equal("glimwormenbrigade", (await eva.OpenAsync(link.GetAttribute("href")!.Split('#')[0])).Typed("Form.From"));
    }

    [Fact]
    public async Task Page_ForOthers_DoesNotExist()
    {
        foreach (var name in (string[])["Samira Yıldız", "Pim Hendriks", "Rosa Blom"])
        {
            using var other = await site.AsAsync(name);
            await other.OpenAsync(Path, HttpStatusCode.NotFound);
        }

        Assert.Equal("Inloggen", (await site.Visit().OpenAsync(Path)).QuerySelector("h1")!.TextContent);
    }

    private int Total(string words) => site.Services.GetRequiredService<ISearch>().Find(new(words) { Take = 0 }).Total;
}
