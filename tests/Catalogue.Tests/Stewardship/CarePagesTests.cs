using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Catalogue.Stewardship;

namespace Parelmuur.Catalogue.Tests.Stewardship;

/// <summary>History and restoring; confirming from the page and from a mail; handing over; the list of what is wanted.</summary>
public sealed class CarePagesTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private const string Save = "Bewaar de wijziging";

    [Fact]
    public async Task History_WithoutChange_SaysSo()
    {
        var slug = await site.MakeAsync("Zonder geschiedenis");

        Assert.Contains("Nog niemand veranderde iets", (await site.PageAsync($"/oplossingen/{slug}/geschiedenis")).Body!.TextContent, StringComparison.Ordinal);
        await site.PageAsync("/oplossingen/bestaat-niet/geschiedenis", HttpStatusCode.NotFound);
        await site.PageAsync($"/oplossingen/{slug}/geschiedenis/1", HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task History_AfterChanges_TellsWhoAndWhatWordByWord_AndRestores()
    {
        var slug = await site.MakeAsync("Met geschiedenis");
        using var visitor = await site.AsAsync("Femke de Boer");
        await visitor.SubmitAsync($"/oplossingen/{slug}/bewerken", Save, ("Form.Promise", "Bellen helpt altijd."));
        await visitor.SubmitAsync($"/oplossingen/{slug}/bewerken", Save, ("Form.Kind", "Software"), ("Form.Licence", "EUPL-1.2"));

        var history = await site.PageAsync($"/oplossingen/{slug}/geschiedenis?van=1&tot=3");
        var rows = history.QuerySelectorAll("table tbody tr").Select(row => row.TextContent).ToList();
        Assert.Equal(3, rows.Count);
        Assert.Contains("Femke de Boer, Deventer", rows[0], StringComparison.Ordinal);
        Assert.Contains("Soort, Licentie", rows[0], StringComparison.Ordinal);
        Assert.Contains("Voor de eerste wijziging", rows[2], StringComparison.Ordinal);
        Assert.Contains(history.QuerySelectorAll("ins"), came => came.TextContent.Trim() == "altijd");
        Assert.Contains(history.QuerySelectorAll("ins"), came => came.TextContent == "Software");
        Assert.Empty(history.QuerySelectorAll("a[href$='/geschiedenis/1']"));
        await site.PageAsync($"/oplossingen/{slug}/geschiedenis?van=1&tot=99", HttpStatusCode.NotFound);

        using var stranger = await site.AsAsync("Samira Yıldız");
        await stranger.OpenAsync($"/oplossingen/{slug}/geschiedenis/1", HttpStatusCode.NotFound);
        await visitor.OpenAsync($"/oplossingen/{slug}/geschiedenis/99", HttpStatusCode.NotFound);

        var restored = await visitor.SubmitAsync($"/oplossingen/{slug}/geschiedenis/1", "Zet deze versie terug");
        Assert.Equal(("Bellen helpt.", SolutionKind.WorkPractice, 4), await NowAsync(slug));
        await visitor.SubmitAsync(restored, "Maak ongedaan", HttpStatusCode.OK);
        Assert.Equal(("Bellen helpt altijd.", SolutionKind.Software, 5), await NowAsync(slug));
    }

    [Fact]
    public async Task Confirm_ByWhoLooksAfterIt_IsSeenByEveryone()
    {
        var slug = await site.MakeAsync("Klopt deze nog", status: SolutionStatus.Unconfirmed);
        using var visitor = await site.AsAsync("Femke de Boer");

        var page = await visitor.SubmitAsync($"/oplossingen/{slug}", "Klopt nog");

        Assert.Contains("vandaag nog klopt", page.Body!.TextContent, StringComparison.Ordinal);
        var stored = await site.StoredAsync(slug);
        Assert.Equal((SolutionStatus.Published, 1), (stored.Status, stored.Version));
        Assert.NotNull(stored.LastConfirmed);
        await visitor.SubmitAsync($"/oplossingen/{slug}/klopt-nog", "Ja, dit klopt nog");
        Assert.Single(await site.LedgerAsync(stored.Id), line => line.StartsWith("SolutionConfirmed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Confirm_ByOthersOrOfTheEnded_IsRefused()
    {
        var slug = await site.MakeAsync("Niet te bevestigen", status: SolutionStatus.Archived);
        using var editor = await site.AsAsync("Eva Mulder");
        using var owner = await site.AsAsync("Femke de Boer");

        await editor.OpenAsync($"/oplossingen/{slug}/klopt-nog", HttpStatusCode.NotFound);
        var page = await owner.SubmitAsync(
            await owner.OpenAsync($"/oplossingen/{slug}/klopt-nog"), "Ja, dit klopt nog", HttpStatusCode.BadRequest);

        Assert.Contains("Dit is gestopt", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await site.StoredAsync(slug)).LastConfirmed);
    }

    [Fact]
    public async Task ConfirmByMail_NeedsNoAccount_ButAButtonAndATrueLink()
    {
        var steward = await site.PersonAsync("Samira Yıldız", "zutphen");
        var slug = await site.MakeAsync("Bevestigen per mail", steward);
        var solution = await site.StoredAsync(slug);
        var links = site.Services.GetRequiredService<ConfirmLink>();
        using var visitor = site.Visit();

        await visitor.OpenAsync("/" + links.For(solution.Id, steward));
        Assert.Null((await site.StoredAsync(slug)).LastConfirmed);
        foreach (var wrong in (string[])[
            "/klopt-nog/onzin", "/" + links.For(solution.Id, await site.PersonAsync("Femke de Boer", "deventer")), "/" + links.For(new(Guid.NewGuid()), steward)])
            Assert.Empty((await visitor.OpenAsync(wrong)).QuerySelectorAll("main form"));

        await visitor.SubmitAsync("/" + links.For(solution.Id, steward), "Ja, dit klopt nog");

        Assert.Equal($"/oplossingen/{slug}", visitor.Here);
        Assert.NotNull((await site.StoredAsync(slug)).LastConfirmed);
    }

    [Fact]
    public void ConfirmLink_AfterThirtyDays_IsWorthNothing()
    {
        var time = new SetTime(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
        var links = new ConfirmLink(new Microsoft.AspNetCore.DataProtection.EphemeralDataProtectionProvider(), time);
        var code = links.For(new(Guid.NewGuid()), new(Guid.NewGuid())).Split('/')[1];

        time.Pass(TimeSpan.FromDays(30));
        Assert.NotNull(links.Read(code));
        time.Pass(TimeSpan.FromSeconds(1));
        Assert.Null(links.Read(code));
    }

    [Fact]
    public async Task HandOver_ToAnotherMunicipality_IsTheirsAfterYes()
    {
        var slug = await site.MakeAsync("Over te dragen");
        using var visitor = await site.AsAsync("Femke de Boer");
        using var other = await site.AsAsync("Samira Yıldız");
        var samira = await site.PersonAsync("Samira Yıldız", "zutphen");
        await other.OpenAsync($"/oplossingen/{slug}/overdragen", HttpStatusCode.NotFound);

        var people = await visitor.OpenAsync($"/oplossingen/{slug}/overdragen?gemeente=zutphen");
        await visitor.SubmitAsync(people, "Vraag het", HttpStatusCode.BadRequest, ("Form.Person", Guid.NewGuid().ToString()));
        people = await visitor.OpenAsync($"/oplossingen/{slug}/overdragen?gemeente=zutphen");
        await visitor.SubmitAsync(people, "Vraag het", HttpStatusCode.OK, ("Form.Person", samira.ToString()));
        Assert.Null((await site.StoredAsync(slug)).StewardPerson);

        var (text, link) = await site.MailAsync("samira.yildiz@voorbeeld.example", "beheer-vragen");
        Assert.Contains("Femke de Boer vraagt", text, StringComparison.Ordinal);
        await visitor.OpenAsync(link, HttpStatusCode.NotFound);
        Assert.Contains("Over te dragen", (await other.OpenAsync("/mijn")).Body!.TextContent, StringComparison.Ordinal);
        await other.SubmitAsync(link, "Ja, dat doe ik");

        var stored = await site.StoredAsync(slug);
        Assert.Equal((samira, "Samira Yıldız"), (stored.StewardPerson, stored.Steward!.Name));
        await other.OpenAsync($"/oplossingen/{slug}/bewerken");
        await other.OpenAsync(link, HttpStatusCode.NotFound);

        await other.SubmitAsync($"/oplossingen/{slug}/overdragen", "Ik stop ermee");
        Assert.Null((await site.StoredAsync(slug)).StewardPerson);
        Assert.Contains("Over te dragen", (await other.OpenAsync("/beheerder-gezocht")).Body!.TextContent, StringComparison.Ordinal);
        await other.OpenAsync($"/oplossingen/{slug}/bewerken", HttpStatusCode.NotFound);
    }

    [Theory, OnEachDatabase]
    public async Task Wanted_FarPastItsEnd_IsNotFound(DatabaseKind kind)
    {
        await using var own = await ParelmuurApp.StartAsync(kind);

        foreach (var number in (int[])[0, 100_000, 100_000_000, int.MaxValue])
            await own.PageAsync($"/beheerder-gezocht?pagina={number}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task HandOver_Declined_ChangesNothing()
    {
        var slug = await site.MakeAsync("Nee gezegd");
        using var visitor = await site.AsAsync("Femke de Boer");
        using var other = await site.AsAsync("Joost van Rijn");
        var joost = await site.PersonAsync("Joost van Rijn", "deventer");
        await visitor.SubmitAsync($"/oplossingen/{slug}/overdragen", "Vraag het", ("Form.Person", joost.ToString()), ("Form.Role", "Deputy"));
        var mine = await other.OpenAsync("/mijn");
        var link = mine.QuerySelectorAll<IHtmlAnchorElement>("a").Single(each => each.TextContent == "Nee gezegd").GetAttribute("href")!;

        await other.SubmitAsync(link, "Nee, liever niet");

        Assert.Null((await site.StoredAsync(slug)).DeputyPerson);
        Assert.Contains(await site.LedgerAsync((await site.StoredAsync(slug)).Id), line => line.Contains("Declined", StringComparison.Ordinal));
    }

    [Fact]
    public async Task HandOver_ToOneself_IsDoneAtOnce()
    {
        var slug = await site.MakeAsync("Zelf doen");
        using var visitor = await site.AsAsync("Femke de Boer");
        var femke = await site.PersonAsync("Femke de Boer", "deventer");

        await visitor.SubmitAsync($"/oplossingen/{slug}/overdragen", "Vraag het", ("Form.Person", femke.ToString()));

        Assert.Equal(femke, (await site.StoredAsync(slug)).StewardPerson);
    }

    [Fact]
    public async Task Pages_InEnglish_AreInEnglish()
    {
        var slug = await site.MakeAsync("Engelse bladzijden");
        using var visitor = await site.AsAsync("Femke de Boer");

        foreach (var (path, text) in ((string, string)[])[
            ("bewerken", "Save the change"), ("geschiedenis", "Nobody has changed anything yet"), ("klopt-nog", "Yes, this is still true"), ("overdragen", "Show the people")])
            Assert.Contains(text, (await visitor.OpenAsync($"/en/oplossingen/{slug}/{path}")).Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<(string, SolutionKind, int)> NowAsync(string slug)
    {
        var stored = await site.StoredAsync(slug);
        return (stored.Promise, stored.Kind, stored.Version);
    }
}
