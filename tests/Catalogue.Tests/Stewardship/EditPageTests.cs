using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;

namespace Parelmuur.Catalogue.Tests.Stewardship;

/// <summary>Change everything of a solution; two who edit at once lose nothing.</summary>
public sealed class EditPageTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private const string Save = "Bewaar de wijziging";

    [Fact]
    public async Task Get_NotSignedIn_AsksToSignIn()
    {
        var slug = await site.MakeAsync("Anoniem bewerken");
        using var visitor = site.Visit();

        await visitor.OpenAsync($"/oplossingen/{slug}/bewerken");

        Assert.StartsWith("/inloggen", new Uri(site.Address, visitor.Here).PathAndQuery, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Samira Yıldız")]
    [InlineData("Lotte Kramer")]
    [InlineData("Rosa Blom")]
    [InlineData("Pim Hendriks")]
    public async Task GetAndPost_ByWhoMayNot_DoNotExist(string person)
    {
        var slug = await site.MakeAsync($"Niet van {person}");
        using var owner = await site.AsAsync("Femke de Boer");
        using var visitor = await site.AsAsync(person);

        await visitor.OpenAsync($"/oplossingen/{slug}/bewerken", HttpStatusCode.NotFound);
        await visitor.OpenAsync("/oplossingen/bestaat-niet/bewerken", HttpStatusCode.NotFound);
        var token = Value(await visitor.OpenAsync("/mijn"), "formulier");
        using var form = new FormUrlEncodedContent([new("formulier", token), new("Form.Title", ""), new("Form.Version", "1")]);
        using var answer = await visitor.RawAsync(HttpMethod.Post, $"/oplossingen/{slug}/bewerken", form);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(1, (await site.StoredAsync(slug)).Version);
    }

    [Theory]
    [InlineData("Femke de Boer")]
    [InlineData("Joost van Rijn")]
    [InlineData("Eva Mulder")]
    public async Task Post_ByWhoMay_SavesMarksAndRecords(string person)
    {
        var slug = await site.MakeAsync($"Van {person}");
        using var visitor = await site.AsAsync(person);

        var page = await visitor.SubmitAsync(
            $"/oplossingen/{slug}/bewerken", Save,
            ("Form.Result", "Van 10 naar 4 dagen."), ("Form.Figures", "61% | neemt op"), ("Form.Effort", "Weeks"),
            ("Form.Links", "Het blad | https://voorbeeld.example/blad"), ("Form.Laws", "Gemeentewet\n\n Wet open overheid "));

        Assert.Contains("Je wijziging staat erop.", page.Body!.TextContent, StringComparison.Ordinal);
        var stored = await site.StoredAsync(slug);
        Assert.Equal(["Result", "Laws", "Effort", "Links", "Figures"], stored.WrittenByPeople);
        Assert.Equal(["Gemeentewet", "Wet open overheid"], stored.Laws);
        Assert.Equal("We bellen eerst.\nDaarna sturen we een brief.", stored.WhatWeDid);
        Assert.Contains(await site.LedgerAsync(stored.Id), line => line.StartsWith("SolutionRevised", StringComparison.Ordinal) && line.Contains("Effort", StringComparison.Ordinal));
        Assert.Equal([1, 2], await site.AskAsync(db => db.Versions.Where(each => each.Solution == stored.Id).OrderBy(each => each.Number).Select(each => each.Number).ToListAsync()));
    }

    [Fact]
    public async Task Post_NothingChanged_MakesNoVersion()
    {
        var slug = await site.MakeAsync("Niets veranderd");
        using var visitor = await site.AsAsync("Femke de Boer");

        await visitor.SubmitAsync($"/oplossingen/{slug}/bewerken", Save);

        Assert.Equal(1, (await site.StoredAsync(slug)).Version);
    }

    [Theory]
    [InlineData("Form.Title", "", "Vul een titel in")]
    [InlineData("Form.Promise", "", "Schrijf in één zin")]
    [InlineData("Form.WhatWeDid", "  ", "Vertel wat jullie deden")]
    [InlineData("Form.OriginYear", "24", "vier cijfers")]
    [InlineData("Form.BuildHours", "-3", "heel aantal uren")]
    [InlineData("Form.Mailbox", "geen adres", "e-mailadres zoals")]
    [InlineData("Form.Links", "javascript | javascript:alert(1)", "https://")]
    [InlineData("Form.Links", "zonder streepje", "https://")]
    [InlineData("Form.Figures", "zonder streepje", "een streepje")]
    [InlineData("Form.Kind", "17", "Kies een antwoord")]
    [InlineData("Form.Origin", "nergens", "Kies een organisatie")]
    public async Task Post_Wrong_ShowsTheErrorAndKeepsWhatWasTyped(string field, string value, string message)
    {
        var slug = await site.MakeAsync($"Fout {field} {value.Length}");
        using var visitor = await site.AsAsync("Femke de Boer");
        var form = await visitor.OpenAsync($"/oplossingen/{slug}/bewerken");

        var page = await visitor.SubmitAsync(
            form, Save, HttpStatusCode.BadRequest, ("Form.Problem", "Dit typte ik <b>zelf</b> & netjes"), (field, value));

        Assert.Contains(message, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Dit typte ik <b>zelf</b> & netjes", page.QuerySelector<IHtmlTextAreaElement>("[name='Form.Problem']")!.Value);
        Assert.Equal(1, (await site.StoredAsync(slug)).Version);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("' OR 1=1; --\u0007")]
    [InlineData("{{7*7}} ${7*7} %s %n ../../etc/passwd")]
    [InlineData("\u202Etxet \uD83D\uDE00 Ⱥ ﷽ ‮ İıŞ")]
    public async Task Post_HostileText_IsShownAsText(string text)
    {
        var slug = await site.MakeAsync($"Vijandig {text.Length}");
        using var visitor = await site.AsAsync("Femke de Boer");

        var page = await visitor.SubmitAsync($"/oplossingen/{slug}/bewerken", Save, ("Form.Title", text), ("Form.Problem", text), ("Form.Tasks", text));

        var shown = string.Concat(text.Where(sign => !char.IsControl(sign)));
        Assert.Contains(shown, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("script"), script => script.TextContent.Contains("alert", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_NewTitle_MovesTheAddress_AndUndoBringsItBack()
    {
        var slug = await site.MakeAsync("Oude titel van iets");
        using var visitor = await site.AsAsync("Femke de Boer");

        var page = await visitor.SubmitAsync($"/oplossingen/{slug}/bewerken", Save, ("Form.Title", "Nieuwe titel van iets"));
        Assert.Equal("/oplossingen/nieuwe-titel-van-iets", visitor.Here);
        using (var old = await visitor.RawAsync(HttpMethod.Get, $"/oplossingen/{slug}"))
            Assert.Equal("/oplossingen/nieuwe-titel-van-iets", old.Headers.Location?.OriginalString);
        using (var old = await visitor.RawAsync(HttpMethod.Get, $"/oplossingen/{slug}/bewerken"))
            Assert.Equal("/oplossingen/nieuwe-titel-van-iets/bewerken", old.Headers.Location?.OriginalString);

        await visitor.SubmitAsync(page, "Maak ongedaan", HttpStatusCode.OK);

        Assert.Equal($"/oplossingen/{slug}", visitor.Here);
        Assert.Equal("Oude titel van iets", (await site.StoredAsync(slug)).Title);
    }

    [Fact]
    public async Task Post_TwoAtOnceInOtherParts_KeepsBoth()
    {
        var slug = await site.MakeAsync("Twee tegelijk elders");
        using var first = await site.AsAsync("Femke de Boer");
        using var second = await site.AsAsync("Joost van Rijn");
        var (one, two) = (await first.OpenAsync($"/oplossingen/{slug}/bewerken"), await second.OpenAsync($"/oplossingen/{slug}/bewerken"));

        await first.SubmitAsync(one, Save, HttpStatusCode.OK, ("Form.Problem", "Van Femke"));
        await second.SubmitAsync(two, Save, HttpStatusCode.OK, ("Form.Result", "Van Joost"));

        var stored = await site.StoredAsync(slug);
        Assert.Equal(("Van Femke", "Van Joost"), (stored.Problem, stored.Result));
    }

    [Theory]
    [InlineData("own", "Bellen helpt altijd.")]
    [InlineData("theirs", "Bellen helpt nooit.")]
    public async Task Post_TwoAtOnceInOnePart_ShowsBothAndLetsChoose(string choice, string kept)
    {
        var slug = await site.MakeAsync($"Twee tegelijk hier {choice}");
        using var first = await site.AsAsync("Femke de Boer");
        using var second = await site.AsAsync("Joost van Rijn");
        var (one, two) = (await first.OpenAsync($"/oplossingen/{slug}/bewerken"), await second.OpenAsync($"/oplossingen/{slug}/bewerken"));

        await first.SubmitAsync(one, Save, HttpStatusCode.OK, ("Form.Promise", "Bellen helpt nooit."), ("Form.Licence", "EUPL-1.2"));
        var clash = await second.SubmitAsync(
            two, Save, HttpStatusCode.BadRequest, ("Form.Promise", "Bellen helpt altijd."), ("Form.Result", "Alleen van Joost"));

        Assert.Equal("nooit", clash.QuerySelector("del")!.TextContent);
        Assert.Equal("altijd", clash.QuerySelector("ins")!.TextContent);
        Assert.Contains("Femke de Boer", clash.QuerySelector("form.pm-stapel")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Bellen helpt altijd.", Value(clash, "Form.Promise"));
        Assert.Equal("EUPL-1.2", Value(clash, "Form.Licence"));

        await second.SubmitAsync(clash, Save, HttpStatusCode.OK, ("Form.Choice[Promise]", choice));

        var stored = await site.StoredAsync(slug);
        Assert.Equal((kept, "Alleen van Joost", "EUPL-1.2"), (stored.Promise, stored.Result, stored.Licence));
    }

    [Theory, OnEachDatabase]
    public async Task Pages_OnEachDatabase_FindSaveAndNotice(DatabaseKind kind)
    {
        await using var own = await ParelmuurApp.StartAsync(kind);
        var slug = await own.MakeAsync("Op elke database");
        using var visitor = await own.AsAsync("Femke de Boer");
        foreach (var path in (string[])[$"/oplossingen/{slug}/overdragen", $"/oplossingen/{slug}/klopt-nog", "/beheerder-gezocht", "/mijn"])
            await visitor.OpenAsync(path);
        var form = await visitor.OpenAsync($"/oplossingen/{slug}/bewerken");

        await own.AskAsync(async db =>
        {
            var late = await db.Solutions.SingleAsync(each => each.Slug == slug);
            using var content = new FormUrlEncodedContent(
            [
                new("formulier", Value(form, "formulier")), new("Form.Version", "1"), new("Form.Title", "Op elke andere database"),
                new("Form.Promise", "Bellen helpt."), new("Form.WhatWeDid", CareSite.WhatWeDid), new("Form.Kind", "Product"), new("Form.Origin", "deventer"),
            ]);
            using var answer = await visitor.RawAsync(HttpMethod.Post, $"/oplossingen/{slug}/bewerken", content);
            Assert.Equal("/oplossingen/op-elke-andere-database", answer.Headers.Location?.OriginalString);

            late.ReviseByPerson(late.Content() with { Problem = "Te laat" });
            db.Record(new SolutionRevised(late.Id, ["Problem"]), new("test"));
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
            return late;
        });

        var stored = await own.StoredAsync(slug);
        Assert.Equal(("Op elke andere database", "", 2), (stored.Title, stored.Problem, stored.Version));
        Assert.Equal(["Title", "Kind"], (await own.AskAsync(db => db.Versions.SingleAsync(each => each.Solution == stored.Id && each.Number == 2))).Fields);
    }

    private static string Value(IHtmlDocument page, string name) => page.QuerySelector<IHtmlInputElement>($"[name='{name}']")!.Value;
}
