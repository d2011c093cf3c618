using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Tests.Sharing;
using Parelmuur.Catalogue.Tests.Stewardship;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Tests.CheckFirst;

/// <summary>Recording what a municipality found and decided: who may, who sees it, and every way back.</summary>
public sealed class RecordedTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    [Theory, OnEachDatabase]
    public async Task Record_Join_KeepsTheMatchesAndCanBeUndone(DatabaseKind kind)
    {
        await using var own = await ParelmuurApp.StartAsync(kind);
        using var samira = await own.AsAsync("Samira Yıldız");
        var vroegbel = await own.SolutionAsync("vroegbel");

        var page = await samira.RecordAsync(Checker.Plan, ("Form.Outcome", "Join"), ("Form.Solution", $"{vroegbel}"));

        Assert.Equal("We sluiten aan bij Vroegbel", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Jullie keuze is vastgelegd", page.Words(), StringComparison.Ordinal);
        Assert.Contains("Zutphen, vastgelegd door Samira Yıldız op", page.Words(), StringComparison.Ordinal);
        Assert.Contains(Checker.Plan, page.Words(), StringComparison.Ordinal);
        Assert.Contains("Vroegbel", page.Titles());
        var address = samira.Here;

        await own.AskAsync(async db =>
        {
            var solution = await db.Solutions.SingleAsync(each => each.Id == vroegbel);
            solution.ArchiveFor(SolutionId.New());
            db.Record(new SolutionRevised(solution.Id, []), new("test"));
            return await db.SaveChangesAsync();
        });
        Assert.Equal(page.Titles(), (await samira.OpenAsync(address)).Titles());
        Assert.Contains("Vroegbel", (await samira.OpenAsync("/eerst-kijken/vastgelegd")).Words(), StringComparison.Ordinal);

        var undone = await samira.SubmitAsync(page, "Maak ongedaan", HttpStatusCode.OK);
        Assert.Contains("Jullie legden nog niets vast", undone.Words(), StringComparison.Ordinal);
        await samira.OpenAsync(address, HttpStatusCode.NotFound);
        var back = await samira.SubmitAsync(undone, "Maak ongedaan", HttpStatusCode.OK);
        Assert.Equal("We sluiten aan bij Vroegbel", back.QuerySelector("h1")!.TextContent);

        var check = await own.AskAsync(db => db.Checks.SingleAsync());
        Assert.All(await own.LedgerAsync(new SolutionId(check.Id)), line => Assert.DoesNotContain("betaalachterstand", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Record_WithoutSession_ComesBackAfterSigningIn()
    {
        using var visitor = site.Visit();
        var signIn = await visitor.RecordAsync(
            "Straten afsluiten voor een feest van de buurt.", ("Form.Outcome", "NothingFits"), ("Form.Reason", "Wij hebben alleen pleinen."));
        Assert.Equal("Inloggen", signIn.QuerySelector("h1")!.TextContent);

        var page = await visitor.SubmitAsync(signIn, "Log in als Samira Yıldız", HttpStatusCode.OK);
        Assert.Equal("Wij hebben alleen pleinen.", page.Typed("Form.Reason"));
        Assert.True(page.QuerySelector("input[value=NothingFits]")!.HasAttribute("checked"));

        var recorded = await visitor.SubmitAsync(page, Checker.Record, HttpStatusCode.OK);
        Assert.Equal("Niets past", recorded.QuerySelector("h1")!.TextContent);
        Assert.Contains("Straten afsluiten voor een feest van de buurt.", recorded.Words(), StringComparison.Ordinal);
        Assert.Equal("Wat wil je gaan doen?", (await visitor.OpenAsync("/eerst-kijken/vastleggen")).QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("", "", "Kies één antwoord.")]
    [InlineData("Join", "", "Kies bij welke oplossing je aansluit of welke je aanpast.")]
    [InlineData("NothingFits", " ", "Schrijf waarom niets past. Zo zien anderen wat er nog ontbreekt.")]
    public async Task Record_Incomplete_SaysWhatIsMissingAndKeepsTheText(string outcome, string reason, string message)
    {
        using var samira = await site.AsAsync("Samira Yıldız");

        var page = await samira.SubmitAsync(
            await samira.CheckAsync(Checker.Plan), Checker.Record, HttpStatusCode.BadRequest, ("Form.Outcome", outcome), ("Form.Reason", reason));

        Assert.Contains(message, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Checker.Plan, page.Typed("tekst"));
    }

    [Fact]
    public async Task Record_Later_CanBeDecidedAndMadePublic()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        var page = await samira.SubmitAsync(await samira.CheckAsync("Een wijkbus voor ouderen laten rijden."), Checker.Later, HttpStatusCode.OK);
        var address = samira.Here;
        Assert.Equal("Nog niet gekozen", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Kies eerst wat jullie doen", (await samira.SubmitAsync(page, "Maak openbaar", HttpStatusCode.BadRequest)).Words(), StringComparison.Ordinal);

        await samira.SubmitAsync($"{address}/aanpassen", Checker.Record, ("Form.Outcome", "NothingFits"), ("Form.Reason", "Er rijdt hier nog niets."));
        await site.PageAsync(address, HttpStatusCode.NotFound);

        var published = await samira.SubmitAsync(address, "Maak openbaar");
        Assert.Contains("Iedereen kan dit nu lezen.", published.Words(), StringComparison.Ordinal);
        var seen = await site.PageAsync(address);
        Assert.Contains("Er rijdt hier nog niets.", seen.Words(), StringComparison.Ordinal);
        Assert.Empty(seen.QuerySelectorAll($"main form[action^='{address}']"));

        await samira.SubmitAsync(address, "Maak weer besloten");
        var gone = await site.PageAsync(address, HttpStatusCode.Gone);
        Assert.DoesNotContain("wijkbus", gone.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfAnotherMunicipality_DoesNotExist()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        await samira.SubmitAsync(await samira.CheckAsync("Een plan dat nog geheim is."), Checker.Later, HttpStatusCode.OK);
        var address = samira.Here;
        using var femke = await site.AsAsync("Femke de Boer");
        using var eva = await site.AsAsync("Eva Mulder");

        foreach (var other in (Visitor[])[femke, eva, site.Visit()])
        {
            foreach (var path in (string[])[address, $"{address}/print", $"{address}.json"])
            {
                using var answer = await other.RawAsync(HttpMethod.Get, path);
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }
        }

        await femke.OpenAsync($"{address}/aanpassen", HttpStatusCode.NotFound);
        using var omar = await site.AsAsync("Omar Bensaïd");
        Assert.Contains("nog geheim", (await omar.OpenAsync(address)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_OfACheck_HoldsAllOfIt()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        var vroegbel = await site.SolutionAsync("vroegbel");
        await samira.RecordAsync(
            Checker.Plan, ("Form.Outcome", "Adapt"), ("Form.Solution", $"{vroegbel}"), ("Form.Reason", "Wij bellen in de avond."));

        using var answer = await samira.RawAsync(HttpMethod.Get, samira.Here + ".json");
        var file = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal("adapt", file.GetProperty("outcome").GetString());
        Assert.Equal("vroegbel", file.GetProperty("solution").GetString());
        Assert.Equal("Zutphen", file.GetProperty("organisation").GetProperty("name").GetString());
        Assert.Contains(file.GetProperty("matches").EnumerateArray(), match => match.GetProperty("slug").GetString() == "vroegbel");
        Assert.Contains("private", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("We gebruiken Vroegbel en passen iets aan", (await samira.OpenAsync(samira.Here + "/print")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Form_ForAReader_SaysWhoDecides()
    {
        using var lotte = await site.AsAsync("Lotte Kramer");

        var page = await lotte.CheckAsync(Checker.Plan);

        Assert.Contains("Vraag of je bijdrager mag worden", page.Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[name='Form.Outcome']"));
        await lotte.OpenAsync("/eerst-kijken/vastgelegd");
    }

    [Fact]
    public async Task Pages_AskLittleOfTheDatabase()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        await samira.RecordAsync(Checker.Plan, ("Form.Outcome", "NothingFits"), ("Form.Reason", "Te groot voor ons."));
        var address = samira.Here;
        await samira.OpenAsync(address);

        foreach (var path in (string[])[address, "/eerst-kijken/vastgelegd"])
        {
            // Background work asks too, so the quietest of a few times counts.
            var asked = new List<int>();
            for (var time = 0; time < 5; time++)
            {
                var before = site.Questions.Number;
                await samira.OpenAsync(path);
                asked.Add(site.Questions.Number - before);
            }

            Assert.InRange(asked.Min(), 1, 3);
        }
    }
}
