using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Adoption;
using Parelmuur.Catalogue.Tests.Sharing;
using Parelmuur.Catalogue.Tests.Stewardship;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Tests.Archiving;

/// <summary>A solution ends with a successor or a reason, keeps its page, leaves the wall, and can come back.</summary>
public sealed class ArchivePageTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private const string Archive = "Archiveer deze oplossing";

    [Fact]
    public async Task Get_IsForWhoLooksAfterIt()
    {
        var slug = await site.MakeAsync("Alleen voor wie ervoor zorgt");
        using var stranger = await site.AsAsync("Samira Yıldız");
        using var editor = await site.AsAsync("Eva Mulder");

        foreach (var page in (string[])["archiveren", "terughalen"])
        {
            await site.PageAsync($"/oplossingen/{slug}/{page}", HttpStatusCode.Redirect);
            await stranger.OpenAsync($"/oplossingen/{slug}/{page}", HttpStatusCode.NotFound);
            await editor.OpenAsync($"/oplossingen/bestaat-niet/{page}", HttpStatusCode.NotFound);
        }

        await editor.OpenAsync($"/oplossingen/{slug}/archiveren");
        await editor.OpenAsync($"/oplossingen/{slug}/terughalen", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_WithoutSuccessorAndReason_ShowsErrorAndKeepsTheSearch()
    {
        var slug = await site.MakeAsync("Zonder reden gestopt");
        using var owner = await site.AsAsync("Femke de Boer");

        var form = await owner.OpenAsync($"/oplossingen/{slug}/archiveren?zoek=xyzzyplugh");
        Assert.Contains("We vonden geen opvolger", form.Body!.TextContent, StringComparison.Ordinal);
        var page = await owner.SubmitAsync(form, Archive, HttpStatusCode.BadRequest, ("Form.Reason", "  "));

        Assert.Contains("Kies een opvolger, of schrijf op", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("xyzzyplugh", page.QuerySelector("form[method=get] input[name=zoek]")!.GetAttribute("value"));
        page = await owner.SubmitAsync(page, Archive, HttpStatusCode.BadRequest, ("Form.Reason", new string('r', 401)));
        Assert.Contains("hoogstens 380", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(401, page.QuerySelector("[name='Form.Reason']")!.TextContent.Trim().Length);
        page = await owner.SubmitAsync(page, Archive, HttpStatusCode.BadRequest, ("Form.Successor", Guid.NewGuid().ToString()));
        Assert.Contains("Kies een oplossing uit de lijst", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(SolutionStatus.Archived, (await site.StoredAsync(slug)).Status);
    }

    [Fact]
    public async Task Post_WithSuccessor_LeavesTheWallAndShowsTheWay_AndComesBack()
    {
        var samira = await site.PersonAsync("Samira Yıldız", "zutphen");
        var slug = await site.MakeAsync("Zwyqtrop met opvolger", samira);
        var next = await site.StoredAsync(await site.MakeAsync("Zwyqtrop die ervoor komt"));
        var solution = await site.StoredAsync(slug);
        await UseAsync(solution.Id, "deventer");
        await HideAsync(solution.Id, "deventer");
        await SeenOnWallAsync("zwyqtrop", 2);
        using var owner = await site.AsAsync("Femke de Boer");

        var page = await owner.SubmitAsync(
            $"/oplossingen/{slug}/archiveren?zoek=zwyqtrop", Archive, ("Form.Successor", next.Id.ToString()), ("Form.Reason", "Die kan meer."));

        Assert.Contains("De pagina blijft staan", page.Body!.TextContent, StringComparison.Ordinal);
        var banner = (await site.PageAsync($"/oplossingen/{slug}")).QuerySelector(".utrecht-alert")!;
        Assert.Contains("Die kan meer.", banner.TextContent, StringComparison.Ordinal);
        Assert.Contains(banner.QuerySelectorAll("a"), link => link.GetAttribute("href") == $"/oplossingen/{next.Slug}");
        await SeenOnWallAsync("zwyqtrop", 1);
        var ended = await site.PageAsync("/muur?q=zwyqtrop&gestopt=ja");
        Assert.Contains("Zwyqtrop met opvolger", ended.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Zwyqtrop die ervoor komt", ended.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("\"status\":\"archived\"", await site.Client.GetStringAsync(new Uri($"/api/v1/solutions/{slug}", UriKind.Relative)), StringComparison.OrdinalIgnoreCase);
        foreach (var address in (string[])["samira.yildiz@voorbeeld.example", "joost.vanrijn@voorbeeld.example"])
            Assert.Contains("Die kan meer.", (await site.MailAsync(address, "Zwyqtrop met opvolger")).Text, StringComparison.Ordinal);

        await owner.SubmitAsync(page, "Maak ongedaan", HttpStatusCode.OK);

        var stored = await site.StoredAsync(slug);
        Assert.NotEqual(SolutionStatus.Archived, stored.Status);
        Assert.Equal((null, ""), (stored.Successor, stored.ArchiveReason));
        await SeenOnWallAsync("zwyqtrop", 2);
        var chain = (await site.PageAsync($"/oplossingen/{slug}")).QuerySelector("#vandaan")!.TextContent;
        Assert.Contains("Gestopt, ten gunste van ‘Zwyqtrop die ervoor komt’.", chain, StringComparison.Ordinal);
        Assert.Contains("Weer terug op de muur.", chain, StringComparison.Ordinal);
        Assert.Equal(
            [nameof(SolutionArchived), nameof(SolutionBroughtBack)],
            (await site.LedgerAsync(solution.Id)).Select(line => line.Split(' ')[0]).Where(name => name is nameof(SolutionArchived) or nameof(SolutionBroughtBack)));
    }

    [Fact]
    public async Task Ended_CannotBeConfirmedOrAsked_AndSaysWhy()
    {
        var slug = await site.MakeAsync("Gestopt zonder opvolger", status: SolutionStatus.Unconfirmed);
        using var editor = await site.AsAsync("Eva Mulder");
        using var owner = await site.AsAsync("Femke de Boer");
        await editor.SubmitAsync($"/oplossingen/{slug}/archiveren", Archive, ("Form.Reason", "De wet is ingetrokken."));

        var page = await owner.OpenAsync($"/oplossingen/{slug}");
        Assert.Contains("De wet is ingetrokken.", page.QuerySelector(".utrecht-alert")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll($"a[href$='/{slug}/vraag'], form[action$='/klopt-nog']"));
        Assert.Contains("kun je niets meer vragen", (await owner.OpenAsync($"/oplossingen/{slug}/vraag")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        await owner.OpenAsync($"/oplossingen/{slug}/archiveren", HttpStatusCode.NotFound);
        await owner.SubmitAsync(await owner.OpenAsync($"/oplossingen/{slug}/klopt-nog"), "Ja, dit klopt nog", HttpStatusCode.BadRequest);

        await owner.SubmitAsync($"/oplossingen/{slug}/terughalen", "Haal het terug");
        Assert.NotEqual(SolutionStatus.Archived, (await site.StoredAsync(slug)).Status);
    }

    private async Task UseAsync(SolutionId solution, string municipality)
    {
        var adoption = site.Services.GetRequiredService<IAdoption>();
        var user = site.Services.GetRequiredService<IOrganisations>().FindBySlug(municipality)!.Id;
        await adoption.StateOwnUseAsync(solution, user, confirms: true, new DateOnly(2026, 1, 1), new Actor("test"), default);
        await Writer.UntilAsync(() => Task.FromResult(adoption.UsersOf(solution).Active == 1));
    }

    // Who hides a use still hears what happens to the solution.
    private async Task HideAsync(SolutionId solution, string municipality)
    {
        var adoption = site.Services.GetRequiredService<IAdoption>();
        var user = site.Services.GetRequiredService<IOrganisations>().FindBySlug(municipality)!.Id;
        await adoption.DecideAsync(
            user, [new(solution, UseAnswer.Keep, Details: new(Hidden: true))], Guid.NewGuid(), confirms: true, new DateOnly(2026, 1, 1), new Actor("test"), default);
        await Writer.UntilAsync(() => Task.FromResult(adoption.UsersOf(solution).Users.Count == 0));
    }

    private Task SeenOnWallAsync(string text, int times) => Writer.UntilAsync(async () =>
        (await site.PageAsync($"/muur?q={text}&weergave=lijst")).QuerySelectorAll("table tbody tr").Length == times);
}
