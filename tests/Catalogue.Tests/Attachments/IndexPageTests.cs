using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Tests.Stewardship;

namespace Parelmuur.Catalogue.Tests.Attachments;

/// <summary>Files of a solution: added, described, ordered, replaced and removed by who looks after it; seen by everyone.</summary>
public sealed class IndexPageTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private const string Save = "Bewaar de bijlagen";

    [Fact]
    public async Task Get_ByWhoMayNot_DoesNotExist()
    {
        var slug = await site.MakeAsync("Bijlagen van een ander");
        using var anonymous = site.Visit();
        using var other = await site.AsAsync("Samira Yıldız");

        await anonymous.OpenAsync(Page(slug));
        await other.OpenAsync(Page(slug), HttpStatusCode.NotFound);
        await other.OpenAsync(Page("bestaat-niet"), HttpStatusCode.NotFound);

        Assert.StartsWith("/inloggen", new Uri(site.Address, anonymous.Here).PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_FromAddingToRemoving_AreOnThePageInTheApiAndInTheLedger()
    {
        var slug = await site.MakeAsync("Met bijlagen");
        using var femke = await site.AsAsync("Femke de Boer");
        using var visitor = site.Visit();

        var page = await SendAsync(femke, slug, HttpStatusCode.OK,
            [("Form.New", "plan <b>.pdf", SampleFiles.Pdf), ("Form.New", "foto.jpg", SampleFiles.Jpeg(turned: 6))]);
        Assert.Contains("Beschrijf nog 1 afbeelding.", page.Body!.TextContent, StringComparison.Ordinal);
        var shown = await femke.OpenAsync($"/oplossingen/{slug}");
        Assert.Contains("plan -b-.pdf", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(shown.QuerySelectorAll(".pm-foto"));

        await femke.SubmitAsync(Page(slug), Save, ("Form.Files[1].Alt", "Een balie \"met\" <mensen>"), ("Form.Files[1].Place", "1"));
        shown = await femke.OpenAsync($"/oplossingen/{slug}");
        var image = shown.QuerySelector<IHtmlImageElement>(".pm-foto")!;
        Assert.Equal(("Een balie \"met\" <mensen>", 30, 40, "lazy"),
            (image.AlternativeText, image.DisplayWidth, image.DisplayHeight, image.GetAttribute("loading")));
        var stored = await site.StoredAsync(slug);
        Assert.Equal(["foto.jpg", "plan -b-.pdf"], stored.Attachments.Select(file => file.Name));
        var inApi = (await site.JsonAsync($"/solutions/{slug}")).GetProperty("attachments");
        Assert.Equal(("image/jpeg", image.GetAttribute("src")), (inApi[0].GetProperty("type").GetString(), inApi[0].GetProperty("url").GetString()));

        page = await femke.SubmitAsync(Page(slug), Save, ("Form.Files[0].Remove", "true"));
        Assert.Equal(["plan -b-.pdf"], (await site.StoredAsync(slug)).Attachments.Select(file => file.Name));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.RawAsync(HttpMethod.Get, stored.Attachments[0].Path)).StatusCode);
        await femke.SubmitAsync(page, "Maak ongedaan", HttpStatusCode.OK);
        Assert.Equal(2, (await site.StoredAsync(slug)).Attachments.Count);

        var ledger = string.Join('\n', await site.LedgerAsync(stored.Id));
        Assert.All((string[])["AttachmentAdded", "AttachmentChanged", "AttachmentRemoved"], name => Assert.Contains(name, ledger, StringComparison.Ordinal));
        var history = await visitor.OpenAsync($"/oplossingen/{slug}/geschiedenis");
        Assert.Contains("Femke de Boer", history.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Bijlagen", history.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_OfWhatWasImportedWithoutPromise_TakesTheFileAway()
    {
        var slug = await site.MakeAsync("Uit een register, zonder belofte");
        await site.AskAsync(db => db.Database.ExecuteSqlAsync($"UPDATE catalogue_solutions SET promise = '', what_we_did = '' WHERE slug = {slug}"));
        using var femke = await site.AsAsync("Femke de Boer");

        var page = await SendAsync(femke, slug, HttpStatusCode.OK, [("Form.New", "plan.pdf", SampleFiles.Pdf)]);
        Assert.Single((await site.StoredAsync(slug)).Attachments);
        await femke.SubmitAsync(page, "Maak ongedaan", HttpStatusCode.OK);

        Assert.Empty((await site.StoredAsync(slug)).Attachments);
    }

    [Fact]
    public async Task Post_WithBadFilesBesideGoodOnes_KeepsTheGoodAndSaysWhatIsWrong()
    {
        var slug = await site.MakeAsync("Te grote bijlage");
        using var femke = await site.AsAsync("Femke de Boer");

        var page = await SendAsync(femke, slug, HttpStatusCode.BadRequest,
            [("Form.New", "film.pdf", new byte[25 << 20]), ("Form.New", "x.svg", "\u0001<svg>"u8.ToArray()), ("Form.New", "goed.pdf", SampleFiles.Pdf)]);

        var said = page.Body!.TextContent;
        Assert.Contains("film.pdf: Dit bestand is te groot. Een bestand mag hoogstens 20 MB zijn.", said, StringComparison.Ordinal);
        Assert.Contains("x.svg: Dit soort bestand kan hier niet.", said, StringComparison.Ordinal);
        Assert.Contains("Wel toegevoegd: goed.pdf.", said, StringComparison.Ordinal);
        Assert.Equal(["goed.pdf"], (await site.StoredAsync(slug)).Attachments.Select(file => file.Name));
    }

    [Fact]
    public async Task Post_WithoutOrWithTooLongADescription_SaysWhereAndKeepsTheText()
    {
        var slug = await site.MakeAsync("Zonder beschrijving");
        using var femke = await site.AsAsync("Femke de Boer");
        await SendAsync(femke, slug, HttpStatusCode.OK, [("Form.New", "foto.png", SampleFiles.Png())]);

        var page = await femke.SubmitAsync(await femke.OpenAsync(Page(slug)), Save, HttpStatusCode.BadRequest);
        Assert.Contains("Beschrijf wat er te zien is op foto.png.", page.Body!.TextContent, StringComparison.Ordinal);

        page = await femke.SubmitAsync(page, Save, HttpStatusCode.BadRequest, ("Form.Files[0].Alt", new string('x', 301)), ("Form.Files[0].Name", "balie.exe"));
        Assert.Contains("hoogstens 300 tekens", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(new string('x', 301), page.QuerySelector<IHtmlTextAreaElement>("[name='Form.Files[0].Alt']")!.Value);
        Assert.Equal("balie.exe.png", (await site.StoredAsync(slug)).Attachments[0].Name);
    }

    [Fact]
    public async Task Post_TooMany_IsRefused()
    {
        var slug = await site.MakeAsync("Veel bijlagen");
        using var femke = await site.AsAsync("Femke de Boer");

        var page = await SendAsync(femke, slug, HttpStatusCode.BadRequest,
            [.. Enumerable.Range(0, Attachment.Most + 1).Select(number => ("Form.New", $"{number}.txt", "tekst"u8.ToArray()))]);

        Assert.Contains("hoogstens 20 bijlagen", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task File_IsServedInASandboxAndInParts(DatabaseKind kind)
    {
        await using var own = await ParelmuurApp.StartAsync(kind);
        var slug = await own.MakeAsync("Geserveerd");
        using var femke = await own.AsAsync("Femke de Boer");
        await SendAsync(femke, slug, HttpStatusCode.OK, [("Form.New", "één plan.pdf", SampleFiles.Pdf), ("Form.New", "foto.png", SampleFiles.Png())]);
        var files = (await own.StoredAsync(slug)).Attachments;

        using var answer = await own.Client.GetAsync(new Uri(files[0].Path, UriKind.Relative));
        Assert.Equal(SampleFiles.Pdf, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(("application/pdf", "attachment", "één plan.pdf"),
            (answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentDisposition?.FileNameStar));

        using var part = new HttpRequestMessage(HttpMethod.Get, new Uri(files[0].Path, UriKind.Relative)) { Headers = { Range = new(0, 4) } };
        using var partly = await own.Client.SendAsync(part);
        Assert.Equal((HttpStatusCode.PartialContent, "%PDF-"), (partly.StatusCode, await partly.Content.ReadAsStringAsync()));

        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri(files[0].Path, UriKind.Relative));
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var same = await own.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);

        // The image waits for its description: only who looks after the solution sees it.
        await own.PageAsync(files[1].Path, HttpStatusCode.NotFound);
        using var waiting = await femke.RawAsync(HttpMethod.Get, files[1].Path);
        Assert.Equal((HttpStatusCode.OK, "inline"), (waiting.StatusCode, waiting.Content.Headers.ContentDisposition?.DispositionType));
        await own.PageAsync($"/bestanden/{Guid.NewGuid()}/x.pdf", HttpStatusCode.NotFound);
    }

    private static string Page(string slug) => $"/oplossingen/{slug}/bijlagen";

    private static async Task<IHtmlDocument> SendAsync(
        Visitor visitor, string slug, HttpStatusCode status, IReadOnlyList<(string Field, string Name, byte[] Content)> files) =>
        await visitor.UploadAsync(await visitor.OpenAsync(Page(slug)), Save, status, files);
}
