using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Adoption;
using Parelmuur.Catalogue.Attachments;
using Parelmuur.Catalogue.Merging;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Tests.Sharing;
using Parelmuur.Catalogue.Tests.Stewardship;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Tests.Merging;

/// <summary>Two solutions become one with everything they have, and can be parted again.</summary>
public sealed class MergePageTests
{
    private const string Merge = "Voeg ze samen", Undo = "Maak de samenvoeging ongedaan";
    private static readonly Actor Actor = new("test");
    private static readonly CurrentPerson Editor = new(PersonId.New(), "Eva Mulder", null, [], PlatformRoles.Editor, Guid.Empty);

    [Theory, OnEachDatabase]
    public async Task Merge_MovesEverything_AndUndoGivesItBack(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind);
        var samira = await site.PersonAsync("Samira Yıldız", "zutphen");
        var into = await site.StoredAsync(await site.MakeAsync("Belbrief voor wie schulden heeft"));
        var other = await site.StoredAsync(await site.MakeAsync("Belbrief bij schulden", samira));
        var third = await site.StoredAsync(await site.MakeAsync("Een derde die verwijst"));
        await site.AskAsync(async db =>
        {
            var row = await db.Solutions.SingleAsync(each => each.Id == other.Id);
            row.ReviseByPerson(row.Content() with { Promise = "Eerst bellen, dan een brief.", Licence = "EUPL-1.2" });
            db.Sources.Add(SolutionSource.Of("register", "41", other.Id, null, "", new(2026, 1, 1), "print"));
            db.Relations.Add(new(third.Id, RelationKind.BuildsOn, other.Id));
            db.Relations.Add(new(other.Id, RelationKind.VariantOf, into.Id));
            db.Record(new SolutionRevised(other.Id, ["Promise"]), Actor);
            return await db.SaveChangesAsync();
        });
        var adoption = site.Services.GetRequiredService<IAdoption>();
        await UseAsync(site, into.Id, "deventer", confirms: false);
        await UseAsync(site, other.Id, "deventer", confirms: true);
        await UseAsync(site, other.Id, "zutphen", confirms: true);
        using var editor = await site.AsAsync("Eva Mulder");

        var form = await editor.OpenAsync($"/oplossingen/{into.Slug}/samenvoegen?met={other.Slug}");
        Assert.Contains("2 gebruikers, waarvan 1 allebei gebruikt", form.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("komt van de ander: Licentie", form.Body!.TextContent, StringComparison.Ordinal);
        await editor.SubmitAsync(form, Merge, HttpStatusCode.BadRequest, ("Form.Choice[Promise]", "other"));
        await editor.SubmitAsync(form, Merge, HttpStatusCode.OK, ("Form.Choice[Promise]", "other"), ("Form.Choice[Title]", "other"), ("Form.Reason", "Dezelfde aanpak."));

        var stored = await site.StoredAsync(into.Slug);
        Assert.Equal(
            ("Belbrief bij schulden", "Eerst bellen, dan een brief.", "EUPL-1.2", other.Slug, samira),
            (stored.Title, stored.Promise, stored.Licence, stored.Slug, stored.StewardPerson));
        await Writer.UntilAsync(() => Task.FromResult(adoption.UsersOf(into.Id) is { Active: 2, Confirmed: 2 } && adoption.UsersOf(other.Id).Active == 0));
        using var moved = await site.Client.GetAsync(new Uri($"/oplossingen/{into.Slug}", UriKind.Relative));
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/oplossingen/{other.Slug}"), (moved.StatusCode, moved.Headers.Location?.OriginalString));
        Assert.Equal(into.Id, await site.AskAsync(db => db.Sources.Where(each => each.SourceId == "41").Select(each => each.Solution).SingleAsync()));
        Assert.Equal([(third.Id, into.Id)], await RelationsAsync(site));
        Assert.Equal(into.Id, (await site.Services.GetRequiredService<ICatalogue>().CardsAsync([other.Id], default))[other.Id].Id);
        Assert.Contains("Samengevoegd met ‘Belbrief bij schulden’", (await site.PageAsync($"/oplossingen/{stored.Slug}")).QuerySelector("#vandaan")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Belbrief bij schulden", (await site.MailAsync("samira.yildiz@voorbeeld.example", "bleken hetzelfde")).Text, StringComparison.Ordinal);
        var merge = await site.AskAsync(db => db.Merges.SingleAsync());
        var read = await site.PageAsync($"/oplossingen/{stored.Slug}/samenvoegingen/{merge.Id}");
        Assert.Contains("Eerst bellen, dan een brief.", read.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"/samenvoegingen/{merge.Id}", (await site.PageAsync($"/oplossingen/{stored.Slug}/geschiedenis")).Body!.InnerHtml, StringComparison.Ordinal);

        using var owner = await site.AsAsync("Femke de Boer");
        await owner.SubmitAsync($"/oplossingen/{stored.Slug}/bewerken", "Bewaar de wijziging", ("Form.Promise", "Daarna veranderd."));
        var undo = await editor.OpenAsync($"/oplossingen/{stored.Slug}/samenvoegingen/{merge.Id}/ongedaan");
        Assert.Contains("Belofte: dat is daarna veranderd", undo.Body!.TextContent, StringComparison.Ordinal);
        await editor.SubmitAsync(undo, Undo, HttpStatusCode.OK);

        var (first, second) = (await site.StoredAsync(into.Slug), await site.StoredAsync(other.Slug));
        Assert.Equal(
            ("Belbrief voor wie schulden heeft", "Daarna veranderd.", "", into.Slug, null, into.Id),
            (first.Title, first.Promise, first.Licence, first.Slug, first.StewardPerson, first.Id));
        Assert.Equal(
            ("Belbrief bij schulden", "Eerst bellen, dan een brief.", null, other.Slug, samira, other.Id),
            (second.Title, second.Promise, second.MergedInto, second.Slug, second.StewardPerson, second.Id));
        Assert.NotEqual(SolutionStatus.Merged, second.Status);
        await Writer.UntilAsync(() => Task.FromResult(adoption.UsersOf(into.Id) is { Active: 1, Confirmed: 0 } && adoption.UsersOf(other.Id).Confirmed == 2));
        var source = await site.AskAsync(db => db.Sources.SingleAsync(each => each.SourceId == "41"));
        Assert.Equal((other.Id, null, ""), (source.Solution, source.MergedFrom, source.Text));
        Assert.Equal([(third.Id, other.Id), (other.Id, into.Id)], await RelationsAsync(site));
        await editor.OpenAsync($"/oplossingen/{first.Slug}/samenvoegingen/{merge.Id}/ongedaan", HttpStatusCode.NotFound);
        Assert.Equal(["SolutionMerged", "MergeUndone"], (await site.LedgerAsync(other.Id)).Select(line => line.Split(' ')[0]).Where(name => name.Contains("Merge", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Merge_OfThree_ShowsFilesAndHistoryOfAll_UntilTheyPart()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        var (first, second, last) = (await site.MakeAsync("Wat er eerst was"), await site.MakeAsync("Wat er toen was"), await site.MakeAsync("Wat er nu is"));
        var path = await AttachAsync(site, await site.StoredAsync(first));
        using var editor = await site.AsAsync("Eva Mulder");
        await editor.SubmitAsync($"/oplossingen/{second}/samenvoegen?met={first}", Merge, ("Form.Reason", "Dezelfde aanpak."));
        await editor.SubmitAsync($"/oplossingen/{last}/samenvoegen?met={second}", Merge, ("Form.Reason", "Dezelfde aanpak."));

        await Writer.UntilAsync(async () => (await site.PageAsync($"/oplossingen/{last}")).Body!.InnerHtml.Contains(path, StringComparison.Ordinal));
        using var visitor = site.Visit();
        using var file = await visitor.RawAsync(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal(path, (await site.JsonAsync($"/solutions/{last}")).GetProperty("attachments")[0].GetProperty("url").GetString());
        var history = await editor.OpenAsync($"/oplossingen/{last}/geschiedenis");
        Assert.Contains("Wat er eerst was", history.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Wat er toen was", history.Body!.TextContent, StringComparison.Ordinal);
        var merges = await site.AskAsync(db => db.Merges.OrderBy(merge => merge.Moment).Select(merge => merge.Id).ToListAsync());
        var read = await editor.OpenAsync($"/oplossingen/{last}/samenvoegingen/{merges[0]}");
        Assert.Equal("Wat er eerst was", read.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain(Undo, read.Body!.TextContent, StringComparison.Ordinal);

        await editor.SubmitAsync($"/oplossingen/{last}/samenvoegingen/{merges[1]}/ongedaan", Undo);

        await Writer.UntilAsync(async () => !(await site.PageAsync($"/oplossingen/{last}")).Body!.InnerHtml.Contains(path, StringComparison.Ordinal));
        Assert.Contains(path, (await site.PageAsync($"/oplossingen/{second}")).Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Merge_OfTwoAtOnceTheOtherWayRound_OneIsTold(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind);
        var one = await site.StoredAsync(await site.MakeAsync("Eerste van twee gelijke"));
        var two = await site.StoredAsync(await site.MakeAsync("Tweede van twee gelijke"));
        await using var late = site.Services.CreateAsyncScope();
        var (was, merge) = (late.ServiceProvider.GetRequiredService<CatalogueDb>(), late.ServiceProvider.GetRequiredService<MergeSolutions>());
        var (into, other) = (await was.Solutions.SingleAsync(each => each.Id == one.Id), await was.Solutions.SingleAsync(each => each.Id == two.Id));
        using var editor = await site.AsAsync("Eva Mulder");
        await editor.SubmitAsync($"/oplossingen/{two.Slug}/samenvoegen?met={one.Slug}", Merge, ("Form.Reason", "Hetzelfde."));

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => merge.RunAsync(other, into, [], "Hetzelfde.", Editor, default));

        Assert.StartsWith("Iemand bewaarde net een wijziging.", refused.Message, StringComparison.Ordinal);
        Assert.Equal([one.Id], await site.AskAsync(db => db.Solutions.Where(each => each.MergedInto != null).Select(each => each.Id).ToListAsync()));

        // The same while they are parted: who still sees them as one can do nothing with that.
        var stored = await was.Merges.SingleAsync();
        var (survivor, part) = (await was.Solutions.SingleAsync(each => each.Id == two.Id), await was.Solutions.SingleAsync(each => each.Id == one.Id));
        await editor.SubmitAsync($"/oplossingen/{two.Slug}/samenvoegingen/{stored.Id}/ongedaan", Undo);
        await Assert.ThrowsAsync<RuleViolation>(() => merge.UndoAsync(stored, part, survivor, Editor, default));
        Assert.Equal(2, (await site.LedgerAsync(one.Id)).Count(line => line.StartsWith("SolutionMerged", StringComparison.Ordinal) || line.StartsWith("MergeUndone", StringComparison.Ordinal)));
    }

    [Theory, OnEachDatabase]
    public async Task Start_WithTwoThatAreTakenUpInEachOther_GoesOn(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind);
        var (one, two) = (await site.StoredAsync(await site.MakeAsync("Een in een kring")), await site.StoredAsync(await site.MakeAsync("Twee in een kring")));
        await site.AskAsync(db => db.Database.ExecuteSqlAsync($"UPDATE catalogue_solutions SET merged_into = {two.Id.Value} WHERE id = {one.Id.Value}"));
        await site.AskAsync(db => db.Database.ExecuteSqlAsync($"UPDATE catalogue_solutions SET merged_into = {one.Id.Value} WHERE id = {two.Id.Value}"));

        var taken = site.Services.GetRequiredService<TakenUp>();
        await Task.Run(() => taken.StartAsync(default)).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal((one.Id, two.Id), (taken.TodayOf(one.Id), taken.TodayOf(two.Id)));
    }

    [Fact]
    public async Task Pages_AreForEditors_AndRefuseWhatCannotBe()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        var (one, other) = (await site.MakeAsync("Een van twee"), await site.MakeAsync("De ander van twee"));
        var ended = await site.MakeAsync("Al gestopt", status: SolutionStatus.Archived);
        using var owner = await site.AsAsync("Femke de Boer");
        using var editor = await site.AsAsync("Eva Mulder");

        foreach (var path in (string[])[$"/oplossingen/{one}/samenvoegen?met={other}", "/redactie/dubbel", $"/oplossingen/{one}/samenvoegingen/{Guid.NewGuid()}/ongedaan"])
        {
            await site.PageAsync(path, HttpStatusCode.Redirect);
            await owner.OpenAsync(path, HttpStatusCode.NotFound);
        }

        await editor.OpenAsync($"/oplossingen/{one}/samenvoegingen/{Guid.NewGuid()}/ongedaan", HttpStatusCode.NotFound);
        await site.PageAsync($"/oplossingen/{one}/samenvoegingen/{Guid.NewGuid()}", HttpStatusCode.NotFound);
        await editor.OpenAsync($"/oplossingen/bestaat-niet/samenvoegen?met={other}", HttpStatusCode.NotFound);
        await editor.OpenAsync($"/oplossingen/{ended}/samenvoegen?met={other}", HttpStatusCode.NotFound);
        Assert.Contains("Waarmee is dit dubbel?", (await editor.OpenAsync($"/oplossingen/{one}/samenvoegen?met={one}")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var sample = await site.AskAsync(db => db.Solutions.Where(each => each.IsSample && each.Status == SolutionStatus.Published).Select(each => each.Slug).FirstAsync());
        var page = await editor.SubmitAsync(
            await editor.OpenAsync($"/oplossingen/{one}/samenvoegen?met={sample}"), Merge, HttpStatusCode.BadRequest, ("Form.Reason", "Hetzelfde."));
        Assert.Contains("verzonnen voorbeeld", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proposal_ByAPerson_WaitsForAnEditor_AndNoIsRemembered()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        var one = await site.MakeAsync("Dubbelmelding links");
        var other = await site.StoredAsync(await site.MakeAsync("Dubbelmelding rechts"));
        await site.FoundAsync("Dubbelmelding rechts");
        using var reader = await site.AsAsync("Lotte Kramer");
        using var editor = await site.AsAsync("Eva Mulder");
        var address = $"/oplossingen/{one}/dubbel?zoek=dubbelmelding";
        await site.PageAsync(address, HttpStatusCode.Redirect);

        await reader.SubmitAsync(await reader.OpenAsync(address), "Meld het aan de redactie", HttpStatusCode.BadRequest);
        await reader.SubmitAsync(address, "Meld het aan de redactie", ("Form.Other", other.Id.ToString()), ("Form.Why", "Zelfde brief."));

        var list = await editor.OpenAsync("/redactie/dubbel");
        Assert.Contains("Gemeld door Lotte Kramer", list.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Zelfde brief.", list.Body!.TextContent, StringComparison.Ordinal);
        var done = await editor.SubmitAsync(list, $"Niet hetzelfde: {(await site.AskAsync(db => db.Solutions.Where(each => each.Slug == one || each.Id == other.Id).OrderBy(each => each.Id).Select(each => each.Title).FirstAsync()))}", HttpStatusCode.OK);
        Assert.Contains("Er wacht geen paar op je", done.Body!.TextContent, StringComparison.Ordinal);
        var again = await reader.SubmitAsync(
            await reader.OpenAsync(address), "Meld het aan de redactie", HttpStatusCode.BadRequest, ("Form.Other", other.Id.ToString()));
        Assert.Contains("niet hetzelfde", again.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);

        var back = await editor.SubmitAsync(done, "Maak ongedaan", HttpStatusCode.OK);
        Assert.Contains("Zelfde brief.", back.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ProposalState.Open, await site.AskAsync(db => db.MergeProposals.Select(each => each.State).SingleAsync()));
    }

    private static async Task<string> AttachAsync(ParelmuurApp site, Solution solution)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
        using var content = new MemoryStream(SampleFiles.Pdf);
        var file = await scope.ServiceProvider.GetRequiredService<AttachFiles>().StoreAsync(solution.Id, "plan.pdf", content, default);
        (await db.Solutions.SingleAsync(each => each.Id == solution.Id)).Attach([file]);
        db.Record(new AttachmentAdded(solution.Id, file.File, file.Name, file.Type, file.Size), Actor);
        await db.SaveChangesAsync();
        return file.Path;
    }

    private static async Task UseAsync(ParelmuurApp site, SolutionId solution, string municipality, bool confirms)
    {
        var user = site.Services.GetRequiredService<IOrganisations>().FindBySlug(municipality)!.Id;
        await site.Services.GetRequiredService<IAdoption>().StateOwnUseAsync(
            solution, user, confirms, site.Services.GetRequiredService<IOrganisations>().Today, Actor, default);
        await Writer.UntilAsync(() => Task.FromResult(
            site.Services.GetRequiredService<IAdoption>().UsersOf(solution).Users.Any(each => each.User == user)));
    }

    private static async Task<IReadOnlyList<(SolutionId From, SolutionId To)>> RelationsAsync(ParelmuurApp site) => await site.AskAsync(async db =>
        (await db.Relations.Where(each => !db.Solutions.Any(solution => solution.IsSample && solution.Id == each.From)).ToListAsync())
            .OrderBy(each => each.Kind).Select(each => (each.From, each.To)).ToList());
}
