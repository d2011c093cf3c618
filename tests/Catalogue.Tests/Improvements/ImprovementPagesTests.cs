using System.Net;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Tests.Sharing;
using Parelmuur.Catalogue.Tests.Stewardship;

namespace Parelmuur.Catalogue.Tests.Improvements;

/// <summary>One improvement a day: written, read by colleagues only, changed within a day, and made a pareltje.</summary>
public sealed class ImprovementPagesTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private const string Page = "/verbeteringen", Write = "Schrijf het op";

    [Fact]
    public async Task List_WithoutMembership_AsksForOne()
    {
        using var nobody = await site.AsAsync("Eva Mulder");

        await site.PageAsync(Page, HttpStatusCode.Redirect);
        await nobody.OpenAsync(Page, HttpStatusCode.Forbidden);
        Assert.DoesNotContain("vandaag verbeterd", (await nobody.OpenAsync("/mijn")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_FromThePersonalPage_IsForColleaguesOnly()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        using var omar = await site.AsAsync("Omar Bensaïd");
        using var femke = await site.AsAsync("Femke de Boer");

        var list = await samira.SubmitAsync("/mijn", Write, ("Form.Text", "De brief over afval past nu op één kant."));

        Assert.Contains("Je zin staat erbij", list.Words(), StringComparison.Ordinal);
        Assert.Contains("Samira Yıldız", list.QuerySelector(".pm-regels")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("past nu op één kant", (await omar.OpenAsync(Page)).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("past nu op één kant", (await femke.OpenAsync(Page)).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("past nu op één kant", await FileAsync(femke), StringComparison.Ordinal);
        Assert.Contains("Samira Yıldız,De brief over afval past nu op één kant.", await FileAsync(omar), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task List_FarPastItsEnd_IsEmpty(DatabaseKind kind)
    {
        await using var own = await ParelmuurApp.StartAsync(kind);
        using var samira = await own.AsAsync("Samira Yıldız");

        foreach (var number in (int[])[50_000_000, int.MaxValue, -1])
            Assert.NotEmpty((await samira.OpenAsync($"{Page}?pagina={number}")).QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("", "Schrijf in één zin")]
    [InlineData("  ", "Schrijf in één zin")]
    [InlineData("lang", "Maak je zin korter")]
    public async Task Write_WithoutAGoodSentence_KeepsWhatWasTyped(string typed, string message)
    {
        using var visitor = await site.AsAsync("Lotte Kramer");
        var text = typed == "lang" ? new string('a', 161) : typed;

        var again = await visitor.SubmitAsync(await visitor.OpenAsync(Page), Write, HttpStatusCode.BadRequest, ("Form.Text", text));

        Assert.Contains(message, again.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        if (typed == "lang")
            Assert.Equal(text, again.Typed("Form.Text"));
    }

    [Fact]
    public async Task Change_TakeAwayAndUndo_AreForTheWriterWithinADay()
    {
        using var omar = await site.AsAsync("Omar Bensaïd");
        using var samira = await site.AsAsync("Samira Yıldız");
        var list = await omar.SubmitAsync(Page, Write, ("Form.Text", "De balie opent een half uur eerder."));
        var id = await IdAsync("De balie opent een half uur eerder.");
        await samira.OpenAsync($"{Page}/{id}", HttpStatusCode.NotFound);
        await omar.OpenAsync($"{Page}/{Guid.NewGuid()}", HttpStatusCode.NotFound);

        var again = await omar.SubmitAsync(await omar.OpenAsync($"{Page}/{id}"), "Bewaar je zin", HttpStatusCode.BadRequest, ("Form.Text", " "));
        Assert.Contains("Schrijf in één zin", again.Words(), StringComparison.Ordinal);
        list = await omar.SubmitAsync($"{Page}/{id}", "Bewaar je zin", ("Form.Text", "De balie opent een uur eerder."));
        Assert.Contains("een uur eerder", list.Words(), StringComparison.Ordinal);

        var gone = await omar.SubmitAsync(list, "Haal weg: De balie opent een uur eerder.", HttpStatusCode.OK);
        Assert.Empty(gone.QuerySelectorAll($"a[href='{Page}/{id}']"));
        var back = await omar.SubmitAsync(gone, "Maak ongedaan", HttpStatusCode.OK);
        Assert.NotEmpty(back.QuerySelectorAll($"a[href='{Page}/{id}']"));

        var before = TimeProvider.System.GetUtcNow().AddDays(-2);
        await site.AskAsync(db => db.Improvements.Where(each => each.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.Written, before)));
        await omar.OpenAsync($"{Page}/{id}", HttpStatusCode.NotFound);
        Assert.Contains("een uur eerder", (await omar.OpenAsync(Page)).Words(), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Become_OpensTheFormWithTheSentence_AndLinksBackOnceShared(DatabaseKind kind)
    {
        await using var own = await ParelmuurApp.StartAsync(kind);
        using var samira = await own.AsAsync("Samira Yıldız");
        const string Sentence = "Wie een paspoort aanvraagt, kiest nu zelf het tijdstip en hoeft daardoor nooit meer in de rij te staan.";
        var list = await samira.SubmitAsync(Page, Write, ("Form.Text", Sentence));

        var form = await samira.SubmitAsync(list, $"Maak er een pareltje van: {Sentence}", HttpStatusCode.OK);
        Assert.Equal(Sentence, form.Typed("Form.Promise"));
        Assert.Equal("Wie een paspoort aanvraagt, kiest nu zelf het tijdstip en hoeft daardoor nooit", form.Typed("Form.Title"));
        var address = samira.Here;
        await samira.SubmitAsync(await samira.OpenAsync(Page), $"Maak er een pareltje van: {Sentence}", HttpStatusCode.OK);
        Assert.Equal(address, samira.Here);

        var preview = await samira.SubmitAsync(
            await samira.OpenAsync(address), Writer.Next, HttpStatusCode.OK, ("Form.Title", "Zelf je tijdstip kiezen"), ("Form.WhatWeDid", "We zetten de agenda open."));
        await samira.SubmitAsync(preview, Writer.Share, HttpStatusCode.OK);

        list = await samira.OpenAsync(Page);
        Assert.NotEmpty(list.QuerySelectorAll("a[href='/oplossingen/zelf-je-tijdstip-kiezen']"));
        Assert.Contains("/oplossingen/zelf-je-tijdstip-kiezen", await FileAsync(samira), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_InEnglish_IsInEnglish()
    {
        using var lotte = await site.AsAsync("Lotte Kramer");

        Assert.Contains("What did you improve today?", (await lotte.OpenAsync("/en" + Page)).Words(), StringComparison.Ordinal);
        Assert.Contains("There are no older improvements", (await lotte.OpenAsync($"/en{Page}?pagina=99")).Words(), StringComparison.Ordinal);
    }

    private static async Task<string> FileAsync(Visitor visitor)
    {
        using var answer = await visitor.RawAsync(HttpMethod.Get, Page + "?handler=File");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsStringAsync();
    }

    private Task<Guid> IdAsync(string text) =>
        site.AskAsync(db => db.Improvements.Where(each => each.Text == text).Select(each => each.Id).SingleAsync());
}
