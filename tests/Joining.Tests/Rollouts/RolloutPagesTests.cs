using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Adoption;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Tests.Rollouts;

/// <summary>An organisation begins with a step plan, divides the steps and finishes them.</summary>
public sealed class RolloutPagesTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private const string Start = "/oplossingen/open-raadsinformatie/stappenplan/aansluiten", Begin = "Begin met de eerste stap", Save = "Bewaar";
    private const string List = "/mijn/organisatie/stappenplannen";

    [Theory, OnEachDatabase]
    public static async Task Start_MakesOneRolloutAndAUse_AndFinishingOffersToUseIt(DatabaseKind kind)
    {
        await using var own = await ParelmuurApp.StartAsync(kind);
        using var samira = await own.AsAsync("Samira Yıldız");
        using var omar = await own.AsAsync("Omar Bensaïd");
        await samira.SubmitAsync(Start, Begin);
        var path = samira.Here;
        await omar.SubmitAsync(Start, Begin);

        Assert.Equal(path, omar.Here);
        var solution = await SolutionAsync(own);
        Assert.Contains(await UsesAsync(own), use => use.Solution == solution && use.State is UseState.Planned or UseState.Active);
        for (var number = 1; number < 6; number++)
            await samira.SubmitAsync($"{path}/stap/{number}", Save, ("Form.State", "Done"), ("Form.Hours", "4"));
        await samira.SubmitAsync($"{path}/stap/6", Save, ("Form.State", "Skipped"), ("Form.Reason", "Dat doet de regio."));
        var page = await omar.OpenAsync(path);

        Assert.Contains("6 van 6 stappen klaar.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Jullie zijn klaar", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Dat doet de regio.", page.Body.TextContent, StringComparison.Ordinal);
        if (page.QuerySelectorAll("button").Any(button => button.TextContent.Trim() == "We gebruiken het nu"))
            page = await omar.SubmitAsync(page, "We gebruiken het nu", HttpStatusCode.OK);
        Assert.Contains("Bij de oplossing staat", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(await UsesAsync(own), use => use.Solution == solution && use.State == UseState.Active);
        await samira.SubmitAsync(await samira.OpenAsync($"{path}/stap/1"), Save, HttpStatusCode.BadRequest, ("Form.Hours", "9"));
        Assert.Equal(1, await AskAsync(own, db => db.Rollouts.CountAsync(each => each.Finished != null && each.Steps.Any(step => step.Reason != ""))));
    }

    [Theory, OnEachDatabase]
    public static async Task TwoColleagues_AtOnce_LoseNothing(DatabaseKind kind)
    {
        await using var own = await ParelmuurApp.StartAsync(kind);
        using var samira = await own.AsAsync("Samira Yıldız");
        using var omar = await own.AsAsync("Omar Bensaïd");
        await samira.SubmitAsync(Start, Begin);
        var path = samira.Here;
        var theirs = await omar.OpenAsync($"{path}/stap/2");
        await samira.SubmitAsync($"{path}/stap/2", Save, ("Form.State", "Doing"), ("Form.Hours", "3"), ("Form.Helped", "Bellen hielp."));

        var clash = await omar.SubmitAsync(theirs, Save, HttpStatusCode.BadRequest, ("Form.State", "Done"), ("Form.Helped", "Mailen hielp."));

        Assert.Contains("Bellen hielp.", clash.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mailen hielp.", clash.QuerySelector<IHtmlTextAreaElement>("[name='Form.Helped']")!.Value);
        await omar.SubmitAsync(clash, Save, HttpStatusCode.OK, ("Form.Hours", "3"));
        var page = await samira.OpenAsync(path);
        Assert.Contains("Mailen hielp.", page.Body!.TextContent, StringComparison.Ordinal);

        // Different steps at the same moment: both are kept, and the last of all is seen to be the last.
        foreach (var number in (int[])[1, 3, 4])
            await samira.SubmitAsync($"{path}/stap/{number}", Save, ("Form.State", "Done"));
        var (five, six) = (await samira.OpenAsync($"{path}/stap/5"), await omar.OpenAsync($"{path}/stap/6"));
        await Task.WhenAll(
            samira.SubmitAsync(five, Save, HttpStatusCode.OK, ("Form.State", "Done")),
            omar.SubmitAsync(six, Save, HttpStatusCode.OK, ("Form.State", "Done")));
        Assert.Contains("Jullie zijn klaar", (await samira.OpenAsync(path)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task Samples_ShowProgressAndNextSteps()
    {
        await using var own = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        using var samira = await own.AsAsync("Samira Yıldız");

        var list = await samira.OpenAsync(List);
        var mine = await samira.OpenAsync("/mijn");

        Assert.Equal(3, list.QuerySelectorAll("main li .pm-voortgang").Length);
        Assert.Contains("3 van 6 stappen klaar.", list.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Te laat", list.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Jouw volgende stappen", mine.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Controleer de kaartlaag", mine.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(9, await AskAsync(own, db => db.Rollouts.Where(each => each.Finished != null).Select(each => each.Organisation).Distinct().CountAsync()));
    }

    [Fact]
    public async Task Rollout_OfOthers_DoesNotExist_AndReadersOnlyRead()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        await samira.SubmitAsync(Start, Begin);
        var path = samira.Here;
        using var femke = await site.AsAsync("Femke de Boer");
        using var lotte = await site.AsAsync("Lotte Kramer");
        using var visitor = site.Visit();

        foreach (var below in (string[])["", "/stap/1", "/verder"])
            await femke.OpenAsync(path + below, HttpStatusCode.NotFound);
        await lotte.OpenAsync(Start, HttpStatusCode.Forbidden);
        await lotte.OpenAsync(List);
        await samira.OpenAsync($"{path}/stap/7", HttpStatusCode.NotFound);
        await samira.OpenAsync($"{List}/{Guid.Empty}", HttpStatusCode.NotFound);
        await visitor.OpenAsync(Start);
        Assert.StartsWith("/inloggen", new Uri(site.Address, visitor.Here).PathAndQuery, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.State", "Skipped", "Schrijf waarom jullie deze stap overslaan.")]
    [InlineData("Form.State", "17", "Kies hoe ver deze stap is.")]
    [InlineData("Form.Hours", "-1", "heel aantal uren")]
    [InlineData("Form.Due", "morgen", "Kies een dag, zoals")]
    [InlineData("Form.Began", "2999-01-01", "Kies een dag, zoals")]
    [InlineData("Form.Began", "2099-01-01", "Kies een dag die al geweest is.")]
    [InlineData("Form.Assigned", "iemand", "Kies een collega uit de lijst.")]
    [InlineData("Form.Obstacle", "17", "Kies een antwoord uit de lijst.")]
    public async Task Post_Wrong_ShowsTheErrorAndKeepsWhatWasTyped(string field, string value, string message)
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        await samira.SubmitAsync(Start, Begin);
        var form = await samira.OpenAsync($"{samira.Here}/stap/1");

        var page = await samira.SubmitAsync(form, Save, HttpStatusCode.BadRequest, ("Form.Helped", "Dit <b>hielp</b> & goed"), (field, value));

        Assert.Contains(message, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Dit <b>hielp</b> & goed", page.QuerySelector<IHtmlTextAreaElement>("[name='Form.Helped']")!.Value);
    }

    [Fact]
    public async Task Stop_CanBeUndone_AndAfterStoppingOneCanBeginAnew()
    {
        using var samira = await site.AsAsync("Samira Yıldız");
        await samira.SubmitAsync(Start, Begin);
        var path = samira.Here;

        var stopped = await samira.SubmitAsync(path, "Stop met dit stappenplan");
        Assert.Contains("Jullie zijn hiermee gestopt.", stopped.Body!.TextContent, StringComparison.Ordinal);
        var again = await samira.SubmitAsync(path, "Ga weer verder");
        Assert.DoesNotContain("Jullie zijn hiermee gestopt.", again.Body!.TextContent, StringComparison.Ordinal);
        await samira.SubmitAsync(path, "Stop met dit stappenplan");
        await samira.SubmitAsync(Start, Begin);

        Assert.NotEqual(path, samira.Here);
        Assert.Contains("Bekijk hoe ver jullie zijn", (await samira.OpenAsync("/oplossingen/open-raadsinformatie")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<Kernel.People.SolutionId> SolutionAsync(ParelmuurApp site) =>
        (await site.Services.GetRequiredService<Catalogue.ICatalogue>().FindBySlugAsync("open-raadsinformatie", default))!.Id;

    private static Task<IReadOnlyList<OwnUse>> UsesAsync(ParelmuurApp site) => site.Services.GetRequiredService<IAdoption>()
        .OwnUsesAsync(site.Services.GetRequiredService<IOrganisations>().FindBySlug("zutphen")!.Id, default);

    private static async Task<T> AskAsync<T>(ParelmuurApp site, Func<JoiningDb, Task<T>> question)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<JoiningDb>());
    }
}
