using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Catalogue;
using Parelmuur.Joining.Tests.Uses;

namespace Parelmuur.Joining.Tests.Plans;

/// <summary>Reading and writing step plans over HTTP, on both databases.</summary>
public sealed class PlanPagesTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private const string Save = "Bewaar als nieuwe versie", Editor = "Eva Mulder";

    [Fact]
    public async Task Sample_IsShownToEveryone_OnItsPageAndBesideItsSolution()
    {
        var page = await site.PageAsync("/oplossingen/vroegbel/stappenplan");
        var solution = await site.PageAsync("/oplossingen/vroegbel");

        Assert.Contains("1. Kies wie er belt", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Voorbeeld", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[href$='/stappenplan/bewerken']"));
        Assert.NotNull(page.QuerySelector("main a[href='/oplossingen/vroegbel/stappenplan/aansluiten']"));
        Assert.NotNull(solution.QuerySelector("a[href$='/oplossingen/vroegbel/stappenplan']"));
        await site.PageAsync("/oplossingen/bestaat-niet/stappenplan", HttpStatusCode.NotFound);
        Assert.True((await StoredPlansAsync()) >= 8);
    }

    [Theory]
    [InlineData("Samira Yıldız")]
    [InlineData("Lotte Kramer")]
    [InlineData("Rosa Blom")]
    public async Task Edit_ByWhoMayNot_DoesNotExist(string person)
    {
        using var visitor = await site.AsAsync(person);

        await visitor.OpenAsync("/oplossingen/vroegbel/stappenplan/bewerken", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Edit_NotSignedIn_AsksToSignIn()
    {
        using var visitor = site.Visit();
        await visitor.OpenAsync("/oplossingen/vroegbel/stappenplan/bewerken");

        Assert.StartsWith("/inloggen", new Uri(site.Address, visitor.Here).PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task Write_ArrangeAndSave_MakesVersionsThatCanBeCompared()
    {
        await using var own = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        using var eva = await own.AsAsync(Editor);
        const string Address = "/oplossingen/taalmaatje-aan-de-balie/stappenplan", Edit = Address + "/bewerken";
        own.Questions.Texts.Clear();
        Assert.Null((await own.PageAsync("/oplossingen/taalmaatje-aan-de-balie")).QuerySelector($"a[href$='{Address}']"));
        Assert.DoesNotContain(own.Questions.Texts.Keys, text => text.Contains("\"joining_step_plans\"", StringComparison.Ordinal));
        Assert.True(await LacksAPlanAsync());

        var form = await eva.SubmitAsync(await eva.OpenAsync(Edit), "Voeg een stap toe", HttpStatusCode.OK, ("Form.Steps[0].Title", "Oefen"));
        form = await eva.SubmitAsync(form, "Omhoog: Stap 2", HttpStatusCode.OK, ("Form.Steps[1].Title", "Kies"), ("Form.Steps[1].Days", "3"));
        Assert.Equal("Kies", form.QuerySelector("[name='Form.Steps[0].Title']")!.GetAttribute("value"));
        form = await eva.SubmitAsync(form, Save, HttpStatusCode.OK, ("Form.Steps[1].After", "1"));
        Assert.Contains("Het stappenplan staat erop.", form.Body!.TextContent, StringComparison.Ordinal);
        // Visitors have it beside the solution as soon as this node hears of it.
        await Until.TrueAsync(async () =>
            (await own.PageAsync("/oplossingen/taalmaatje-aan-de-balie")).QuerySelector($"a[href$='{Address}']") is not null);
        Assert.False(await LacksAPlanAsync());

        await eva.SubmitAsync(Edit, Save, ("Form.Steps[0].What", "Vraag wie wil."), ("Form.Note", "Eerst vragen"));
        var compared = await own.PageAsync(Address + "?versie=2&met=1");
        Assert.Equal("Vraag wie wil.", compared.QuerySelector("#verschil ins")!.TextContent);
        Assert.Contains("Eerst vragen", compared.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("stap 1", compared.QuerySelector("#stap-2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("oudere versie", (await own.PageAsync(Address + "?versie=1")).Body!.TextContent, StringComparison.Ordinal);

        await eva.SubmitAsync(Edit, Save);
        Assert.Equal(2, await VersionsAsync(own, "taalmaatje-aan-de-balie"));

        // What the way to a standard still asks for.
        async Task<bool> LacksAPlanAsync() => (await own.PageAsync("/oplossingen/taalmaatje-aan-de-balie"))
            .QuerySelectorAll(".pm-ladder__straks").Any(rung => rung.TextContent.Contains("een stappenplan", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Checklist_OfAPilotWithAPlanHere_LeadsToThatPlan()
    {
        const string Pilot = "/oplossingen/lege-plekken-in-beeld";
        using var eva = await site.AsAsync(Editor);

        await eva.SubmitAsync($"{Pilot}/stappenplan/bewerken", Save, ("Form.Steps[0].Title", "Begin"));

        foreach (var language in (string[])["", "/en"])
        {
            await Until.TrueAsync(async () => (await eva.OpenAsync($"{language}{Pilot}/fase")).QuerySelectorAll("main li")
                .Any(line => line.QuerySelector($"a[href='{language}{Pilot}/stappenplan']") is not null
                    && line.QuerySelector(".utrecht-status-badge--let-op") is null));
        }
    }

    [Fact]
    public async Task Write_WithMistakes_ShowsEachAndLosesNothing()
    {
        using var eva = await site.AsAsync(Editor);

        var again = await eva.SubmitAsync(
            await eva.OpenAsync("/oplossingen/boomcheck/stappenplan/bewerken"), Save, HttpStatusCode.BadRequest,
            ("Form.Steps[0].Title", ""), ("Form.Steps[1].Days", "veel"), ("Form.Steps[2].After", "9"), ("Form.Note", "Mijn zin"));

        var errors = again.QuerySelector("[role=alert]")!.TextContent;
        Assert.Contains("Noem de stap", errors, StringComparison.Ordinal);
        Assert.Contains("heel aantal werkdagen", errors, StringComparison.Ordinal);
        Assert.Contains("hiervóór staan", errors, StringComparison.Ordinal);
        Assert.Equal("veel", again.QuerySelector("[name='Form.Steps[1].Days']")!.GetAttribute("value"));
        Assert.Equal("Mijn zin", again.QuerySelector("[name='Form.Note']")!.GetAttribute("value"));
        Assert.Equal(1, await VersionsAsync(site, "boomcheck"));
    }

    [Fact]
    public async Task TakeAway_ThenPutBack_LosesNothing()
    {
        using var eva = await site.AsAsync(Editor);
        var form = await eva.OpenAsync("/oplossingen/samen-schouwen/stappenplan/bewerken");
        var first = form.QuerySelector("[name='Form.Steps[0].Title']")!.GetAttribute("value");

        form = await eva.SubmitAsync(form, "Haal weg: Stap 1", HttpStatusCode.OK);
        Assert.Contains($"Weggehaald: {first}", form.Body!.TextContent, StringComparison.Ordinal);
        form = await eva.SubmitAsync(form, $"Zet terug: {first}", HttpStatusCode.OK);

        Assert.DoesNotContain("Weggehaald", form.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Table_IsReadIntoTheForm_WithFaultsPerCell_AndNotSaved()
    {
        using var eva = await site.AsAsync(Editor);

        var form = await eva.SubmitAsync(
            await eva.OpenAsync("/oplossingen/bel-terug-bord/stappenplan/bewerken"), "Lees de stappen in", HttpStatusCode.BadRequest,
            ("Form.Pasted", "Stap;Werkdagen\nKies;3\nOefen;veel"));

        Assert.Contains("Rij 3, werkdagen", form.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Oefen", form.QuerySelector("[name='Form.Steps[1].Title']")!.GetAttribute("value"));
        Assert.Equal(0, await VersionsAsync(site, "bel-terug-bord"));
        await eva.SubmitAsync(form, Save, HttpStatusCode.OK, ("Form.Steps[1].Days", "5"));
        Assert.Equal(1, await VersionsAsync(site, "bel-terug-bord"));
    }

    [Fact]
    public async Task Workbook_IsReadIntoTheForm_AndAnythingElseSaysWhy()
    {
        const string edit = "/oplossingen/dpia-deel-je/stappenplan/bewerken", read = "Lees de stappen in";
        using var eva = await site.AsAsync(Editor);
        var form = await eva.OpenAsync(edit);

        var refused = await eva.UploadAsync(form, read, HttpStatusCode.BadRequest, [("Form.File", "plan.xlsx", "rommel"u8.ToArray())]);
        Assert.Contains("niet te lezen", refused.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        var tooLong = await eva.UploadAsync(
            form, read, HttpStatusCode.BadRequest, [("Form.File", "plan.xlsx", Workbook.Of([["Stap"], ["Kies"], [new string('a', 600_000), new string('b', 600_000)]]))]);
        Assert.Contains("Rij 3: Deze rij is langer dan", tooLong.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        var filled = await eva.UploadAsync(
            form, read, HttpStatusCode.OK, [("Form.File", "Plan.XLSX", Workbook.Of([["Stap", "Werkdagen", "Pas na"], ["Kies", "3", ""], ["Oefen", "5", "1"]]))]);

        Assert.Equal("Oefen", filled.QuerySelector("[name='Form.Steps[1].Title']")!.GetAttribute("value"));
        Assert.Equal("1", filled.QuerySelector("[name='Form.Steps[1].After']")!.GetAttribute("value"));
        Assert.Equal(0, await VersionsAsync(site, "dpia-deel-je"));
    }

    [Fact]
    public static async Task Plan_OfASolutionThatWasTakenUp_GoesOnWithTheOther()
    {
        const string Into = "/oplossingen/dpia-deel-je", Plan = Into + "/stappenplan";
        await using var own = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        using var samira = await own.AsAsync("Samira Yıldız");
        await samira.SubmitAsync("/oplossingen/vroegbel/stappenplan/aansluiten", "Begin met de eerste stap");
        var rollout = samira.Here;
        using var eva = await own.AsAsync(Editor);
        await eva.SubmitAsync($"{Into}/samenvoegen?met=vroegbel", "Voeg ze samen", ("Form.Reason", "Dezelfde aanpak."));

        await Zutphen.UntilAsync(async () => (await own.PageAsync(Plan)).QuerySelector("#stap-1") is not null);
        Assert.Contains("een oplossing die hierin opging", (await own.PageAsync(Plan)).Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await own.PageAsync(Into)).QuerySelector("#stappenplan"));
        await eva.SubmitAsync($"{Plan}/bewerken", Save, ("Form.Steps[0].Title", "Kies een beller"));
        Assert.Contains("1. Kies een beller", (await eva.OpenAsync(Plan)).Body!.TextContent, StringComparison.Ordinal);
        await Until.TrueAsync(async () =>
            (await own.PageAsync(Into)).QuerySelector("section[aria-labelledby=stappenplan] li")!.TextContent == "Kies een beller");

        // Who began before goes on with the same roll-out, and can take over what is new.
        Assert.NotNull((await samira.OpenAsync(Into)).QuerySelector($"a[href='{rollout}']"));
        await samira.SubmitAsync($"{Plan}/aansluiten", "Begin met de eerste stap");
        Assert.Equal(rollout, samira.Here);
        Assert.Contains("Kies een beller", (await samira.OpenAsync($"{rollout}/nieuwe-versie")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public static async Task TwoWriters_AtOnce_LoseNothing_AndChooseWhatBothChanged(DatabaseKind kind)
    {
        await using var own = await ParelmuurApp.StartAsync(kind);
        using var eva = await own.AsAsync(Editor);
        using var other = await own.AsAsync(Editor);
        using var late = await own.AsAsync(Editor);
        const string Edit = "/oplossingen/briefcheck-met-bewoners/stappenplan/bewerken";
        var (mine, theirs, third) = (await eva.OpenAsync(Edit), await other.OpenAsync(Edit), await late.OpenAsync(Edit));

        await other.SubmitAsync(theirs, Save, HttpStatusCode.OK, ("Form.Steps[0].What", "Van de ander"));
        await eva.SubmitAsync(mine, Save, HttpStatusCode.OK, ("Form.Steps[1].What", "Van mij"));
        var clash = await late.SubmitAsync(third, Save, HttpStatusCode.BadRequest, ("Form.Steps[1].What", "Te laat"));

        Assert.Contains("Eva Mulder schreef deze stap anders", clash.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Te laat", clash.QuerySelector("[name='Form.Steps[1].What']")!.TextContent);
        Assert.Equal("Van de ander", clash.QuerySelector("[name='Form.Steps[0].What']")!.TextContent);
        var choice = clash.QuerySelector("[name^='Form.Choice']")!.GetAttribute("name")!;
        await late.SubmitAsync(clash, Save, HttpStatusCode.OK, (choice, "theirs"), ("Form.Steps[2].What", "En nog iets"));

        var page = await own.PageAsync("/oplossingen/briefcheck-met-bewoners/stappenplan");
        Assert.Contains("Van de ander", page.QuerySelector("#stap-1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Van mij", page.QuerySelector("#stap-2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("En nog iets", page.QuerySelector("#stap-3")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<int> StoredPlansAsync() => await AskAsync(site, db => db.StepPlans.CountAsync());

    private static async Task<int> VersionsAsync(ParelmuurApp site, string slug)
    {
        var solution = await site.Services.GetRequiredService<ICatalogue>().FindBySlugAsync(slug, default);
        return await AskAsync(site, db => db.StepPlans.CountAsync(plan => plan.Solution == solution!.Id));
    }

    private static async Task<T> AskAsync<T>(ParelmuurApp site, Func<JoiningDb, Task<T>> question)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<JoiningDb>());
    }
}
