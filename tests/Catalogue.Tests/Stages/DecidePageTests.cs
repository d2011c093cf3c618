using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Adoption;
using Parelmuur.Catalogue.Tests.Sharing;
using Parelmuur.Catalogue.Tests.Stewardship;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Tests.Stages;

/// <summary>A stage changes by a decision only: asked for by who looks after it, written down by an editor.</summary>
public sealed class DecidePageTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private const string Look = "Bekijk het eerst", Keep = "Leg het besluit vast", Ask = "Vraag de volgende stap aan";

    private static readonly (string, string)[] Refusal =
    [
        ("Form.Outcome", "refuse"), ("Form.Body", "College van Dienstverleningszaken"), ("Form.Date", "2026-10-01"),
        ("Form.Reason", "Er is nog geen stappenplan."), ("Form.Evidence", "Verslag van 1 oktober"),
    ];

    [Fact]
    public async Task Get_IsForEditors_AndAskingForWhoLooksAfterIt()
    {
        var slug = await site.MakeAsync("Wie mag over de fase gaan");
        using var owner = await site.AsAsync("Femke de Boer");
        using var stranger = await site.AsAsync("Samira Yıldız");
        using var editor = await site.AsAsync("Eva Mulder");

        await site.PageAsync($"/oplossingen/{slug}/fase", HttpStatusCode.Redirect);
        await site.PageAsync($"/oplossingen/{slug}/volgende-fase", HttpStatusCode.Redirect);
        await owner.OpenAsync($"/oplossingen/{slug}/fase", HttpStatusCode.NotFound);
        await stranger.OpenAsync($"/oplossingen/{slug}/volgende-fase", HttpStatusCode.NotFound);
        await editor.OpenAsync("/oplossingen/bestaat-niet/fase", HttpStatusCode.NotFound);
        await editor.OpenAsync($"/oplossingen/{slug}/fase/{Guid.NewGuid()}/ongedaan", HttpStatusCode.NotFound);

        var page = (await owner.OpenAsync($"/oplossingen/{slug}/volgende-fase")).Body!.TextContent;
        Assert.Contains("Klaar voor de fase Gedeeld?", page, StringComparison.Ordinal);
        Assert.Contains("0 gebruikers", page, StringComparison.Ordinal);
        Assert.Contains("Geteld in het register van gebruik", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_StaysVisibleOnTheLadder_AndTellsTheSteward()
    {
        var steward = await site.PersonAsync("Samira Yıldız", "zutphen");
        var slug = await site.MakeAsync("Geweigerde stap", steward);
        using var owner = await site.AsAsync("Samira Yıldız");
        using var editor = await site.AsAsync("Eva Mulder");
        await owner.SubmitAsync(
            $"/oplossingen/{slug}/volgende-fase", Ask, ("Form.StepPlan", "https://voorbeeld.example/plan"), ("Form.Note", "Wij denken dat het kan."));

        var form = await editor.OpenAsync($"/oplossingen/{slug}/fase");
        Assert.Contains("Wij denken dat het kan.", form.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("https://voorbeeld.example/plan", form.QuerySelector("[name='Form.StepPlan']")!.GetAttribute("value"));
        var preview = await editor.SubmitAsync(form, Look, HttpStatusCode.OK, Refusal);
        Assert.Empty(await site.AskAsync(db => db.Decisions.Where(each => each.Reason == "Er is nog geen stappenplan.").ToListAsync()));
        var changed = await editor.SubmitAsync(preview, "Verander het", HttpStatusCode.OK);
        Assert.Equal("College van Dienstverleningszaken", changed.QuerySelector("[name='Form.Body']")!.GetAttribute("value"));
        await editor.SubmitAsync(preview, Keep, HttpStatusCode.OK);

        var page = await site.PageAsync($"/oplossingen/{slug}");
        var rung = page.QuerySelectorAll(".pm-ladder__straks")[0].TextContent;
        Assert.Contains("Niet gelukt in oktober 2026", rung, StringComparison.Ordinal);
        Assert.Contains("Er is nog geen stappenplan.", rung, StringComparison.Ordinal);
        Assert.Contains("nog niet naar de fase Gedeeld", page.QuerySelector("#vandaan")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Stage.Pilot, (await site.StoredAsync(slug)).Stage);
        Assert.Contains("Er is nog geen stappenplan.", (await site.MailAsync("samira.yildiz@voorbeeld.example", "Geweigerde stap")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ligt bij de redactie", (await owner.OpenAsync($"/oplossingen/{slug}/volgende-fase")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Up_WithSomethingMissing_NeedsToBeSaid_AndCanBeUndone()
    {
        var slug = await site.MakeAsync("Omhoog en weer terug");
        var id = (await site.StoredAsync(slug)).Id;
        using var editor = await site.AsAsync("Eva Mulder");

        var page = await editor.SubmitAsync(
            await editor.OpenAsync($"/oplossingen/{slug}/fase"), Look, HttpStatusCode.BadRequest, [.. Refusal.Skip(1), ("Form.Outcome", "up")]);
        Assert.Contains("Er ontbreekt nog iets", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        var preview = await editor.SubmitAsync(page, Look, HttpStatusCode.OK, ("Form.Despite", "true"));
        var done = await editor.SubmitAsync(preview, Keep, HttpStatusCode.OK);
        Assert.Equal(Stage.Shared, (await site.StoredAsync(slug)).Stage);
        await Until.TrueAsync(() => VisitorReadsAsync(slug, "Verslag van 1 oktober"));

        await editor.SubmitAsync(done, "Maak ongedaan", HttpStatusCode.OK);

        Assert.Equal(Stage.Pilot, (await site.StoredAsync(slug)).Stage);
        await Until.TrueAsync(async () => !await VisitorReadsAsync(slug, "Verslag van 1 oktober"));
        Assert.Equal(
            [nameof(StageDecided), nameof(StageDecisionUndone)],
            (await site.LedgerAsync(id)).Select(line => line.Split(' ')[0]).Where(name => name.StartsWith("Stage", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Collective_TakesTheAgreement_AndDownTakesOneDecision()
    {
        var slug = await site.MakeAsync("Samen onderhouden");
        using var editor = await site.AsAsync("Eva Mulder");
        (string, string)[] up = [.. Refusal.Skip(1), ("Form.Outcome", "up"), ("Form.Despite", "true")];
        await DecideAsync(editor, slug, up);

        await DecideAsync(editor, slug, [.. up, ("Form.PaidBy", "Alle gemeenten samen"), ("Form.Until", "2028-12-31"), ("Form.Rhythm", "elk kwartaal")]);

        var page = (await site.PageAsync($"/oplossingen/{slug}")).Body!.TextContent;
        Assert.Contains("Alle gemeenten samen betaalt tot en met 31 december 2028. Nieuwe versies: elk kwartaal.", page, StringComparison.Ordinal);
        await DecideAsync(editor, slug, [.. Refusal.Skip(1), ("Form.Outcome", "Gem")]);
        Assert.Equal(Stage.Gem, (await site.StoredAsync(slug)).Stage);
        Assert.Contains("\"refused\":false", await site.Client.GetStringAsync(new Uri($"/api/v1/solutions/{slug}", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.Outcome", "", "Kies wat er is besloten")]
    [InlineData("Form.Outcome", "Standard", "Kies wat er is besloten")]
    [InlineData("Form.Body", "", "Vul in wie dit besloot")]
    [InlineData("Form.Date", "gisteren", "Schrijf een datum")]
    [InlineData("Form.Date", "2999-01-01", "een dag die al geweest is")]
    [InlineData("Form.Reason", "", "Schrijf op waarom")]
    [InlineData("Form.Evidence", "", "waar het besluit te lezen is")]
    [InlineData("Form.StepPlan", "javascript:alert(1)", "Begin het adres met https://")]
    public async Task Post_WithSomethingWrong_ShowsErrorAndKeepsTheRest(string field, string value, string error)
    {
        var slug = await site.MakeAsync($"Fout ingevuld {Guid.NewGuid():N}");
        using var editor = await site.AsAsync("Eva Mulder");

        var page = await editor.SubmitAsync(
            await editor.OpenAsync($"/oplossingen/{slug}/fase"), Look, HttpStatusCode.BadRequest,
            [.. Refusal.Where(each => each.Item1 != field), (field, value)]);

        Assert.Contains(error, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        if (field != "Form.Reason")
            Assert.Equal("Er is nog geen stappenplan.", page.QuerySelector("[name='Form.Reason']")!.TextContent.Trim());
    }

    [Fact]
    public async Task Pilot_CountsMunicipalitiesOnly()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        await samira.ShareAsync("Telt alleen gemeenten");
        var id = (await site.StoredAsync("telt-alleen-gemeenten")).Id;
        var organisations = site.Services.GetRequiredService<IOrganisations>();
        var adoption = site.Services.GetRequiredService<IAdoption>();
        var other = (await organisations.EnsureAsync([new("Stichting Telt Mee", OrganisationKind.CitizenOrganisation)], new("test"), default))[0]!.Id;
        foreach (var user in (OrganisationId[])[other, organisations.FindBySlug("deventer")!.Id])
            await adoption.StateOwnUseAsync(id, user, confirms: false, organisations.Today, new("test"), default);
        await Until.TrueAsync(() => Task.FromResult(adoption.UsersOf(id).Active == 2));

        var one = (await samira.OpenAsync("/oplossingen/telt-alleen-gemeenten/volgende-fase")).QuerySelector("main li")!.TextContent;
        Assert.Contains("Nog niet", one, StringComparison.Ordinal);
        Assert.Contains("1 gemeente", one, StringComparison.Ordinal);

        await adoption.StateOwnUseAsync(id, organisations.FindBySlug("leiden")!.Id, confirms: false, organisations.Today, new("test"), default);
        await Until.TrueAsync(() => Task.FromResult(adoption.UsersOf(id).Active == 3));
        Assert.Contains("2 gemeenten", (await samira.OpenAsync("/oplossingen/telt-alleen-gemeenten/volgende-fase")).QuerySelector("main li")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_CanBeTakenBack()
    {
        var slug = await site.MakeAsync("Ingetrokken vraag");
        using var owner = await site.AsAsync("Femke de Boer");
        var address = $"/oplossingen/{slug}/volgende-fase";

        await owner.SubmitAsync(await owner.OpenAsync(address), Ask, HttpStatusCode.BadRequest, ("Form.StepPlan", "geen adres"));
        await owner.SubmitAsync(address, Ask);
        await owner.SubmitAsync(address, "Trek de vraag in");

        var id = (await site.StoredAsync(slug)).Id;
        Assert.Equal(0, await site.AskAsync(db => db.StageRequests.CountAsync(each => each.Solution == id && each.Closed == null)));
        Assert.Contains(await site.LedgerAsync(id), line => line.StartsWith("StageRequestWithdrawn", StringComparison.Ordinal));
    }

    private async Task<bool> VisitorReadsAsync(string slug, string text) =>
        (await site.PageAsync($"/oplossingen/{slug}")).Body!.TextContent.Contains(text, StringComparison.Ordinal);

    private static async Task DecideAsync(Visitor editor, string slug, (string, string)[] fields) => await editor.SubmitAsync(
        await editor.SubmitAsync(await editor.OpenAsync($"/oplossingen/{slug}/fase"), Look, HttpStatusCode.OK, fields), Keep, HttpStatusCode.OK);
}
