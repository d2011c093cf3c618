using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Joining.Plans;
using Parelmuur.Joining.Rollouts;
using Parelmuur.Kernel.People;

namespace Parelmuur.Joining.Tests.Rollouts;

/// <summary>A newer version of a plan is taken over step by step; what was written down stays.</summary>
public sealed class RenewTests
{
    private static readonly DateOnly Today = new(2026, 11, 28);
    private static readonly SolutionId Solution = new(Guid.NewGuid());
    private static readonly Guid One = Guid.NewGuid(), Two = Guid.NewGuid(), Three = Guid.NewGuid(), New = Guid.NewGuid();
    private static readonly StepPlan First = Plan(1, new(One, "Een"), new(Two, "Twee"), new(Three, "Drie"));
    private static readonly StepPlan Second = Plan(2, new(New, "Nieuw"), new(Three, "Drie"), new(One, "Een, beter"));

    [Fact]
    public void Renew_TakesWhatIsWanted_InTheOrderOfThePlan_AndSkipsWhatWentAndWasNotDone()
    {
        var rollout = Start();
        rollout.Change(rollout.Steps[0], Facts(StepState.Done) with { Hours = 4 }, Today);

        rollout.Renew(Second, new HashSet<Guid> { New, One, Two }, Today);

        Assert.Equal(["Nieuw", "Drie", "Een, beter", "Twee"], rollout.Steps.Select(step => step.Planned.Title));
        Assert.Equal([1, 2, 3, 4], rollout.Steps.Select(step => step.Number));
        Assert.Equal((StepState.Done, 4), (rollout.Steps[2].State, rollout.Steps[2].Hours));
        Assert.Equal(StepState.Skipped, rollout.Steps[3].State);
        Assert.Equal(2, rollout.Version);
        Assert.True(rollout.IsRunning);
    }

    [Fact]
    public void Renew_WithNothingWanted_ChangesNoStep()
    {
        var rollout = Start();

        rollout.Renew(Second, new HashSet<Guid>(), Today);

        Assert.Equal(["Drie", "Een", "Twee"], rollout.Steps.Select(step => step.Planned.Title));
        Assert.All(rollout.Steps, step => Assert.Equal(StepState.Todo, step.State));
        Assert.Equal(2, rollout.Version);
    }

    [Fact]
    public void Renew_WhenTheLastOpenStepWent_FinishesIt()
    {
        var rollout = Start();
        rollout.Change(rollout.Steps[0], Facts(StepState.Done), Today);
        rollout.Change(rollout.Steps[2], Facts(StepState.Done), Today);

        rollout.Renew(Second, new HashSet<Guid> { Two }, Today);

        Assert.Equal(Today, rollout.Finished);
    }

    [Fact]
    public async Task Page_ShowsWhatIsDifferent_AndTakesOverWhatIsTicked()
    {
        const string Plans = "/oplossingen/open-raadsinformatie/stappenplan";
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        using var samira = await site.AsAsync("Samira Yıldız");
        using var eva = await site.AsAsync("Eva Mulder");
        await samira.SubmitAsync($"{Plans}/aansluiten", "Begin met de eerste stap");
        var path = samira.Here;
        Assert.Contains("Jullie hebben de nieuwste versie al", (await samira.OpenAsync($"{path}/nieuwe-versie")).Body!.TextContent, StringComparison.Ordinal);
        await eva.SubmitAsync(
            $"{Plans}/bewerken", "Bewaar als nieuwe versie", ("Form.Steps[0].Title", "Eerst overleggen"), ("Form.Steps[1].Title", "Dan kiezen"));
        await samira.SubmitAsync($"{path}/stap/1", "Bewaar", ("Form.State", "Done"), ("Form.Hours", "5"));

        Assert.Contains("Er is een nieuwere versie", (await samira.OpenAsync(path)).Body!.TextContent, StringComparison.Ordinal);
        var form = await samira.OpenAsync($"{path}/nieuwe-versie");
        Assert.Equal(["Eerst overleggen", "Dan kiezen"], form.QuerySelectorAll("#verschil li strong").Select(each => each.TextContent));
        var wanted = form.QuerySelector("[name='Form.Wanted']")!.GetAttribute("value")!;
        var page = await samira.SubmitAsync(form, "Neem over", HttpStatusCode.OK, ("Form.Wanted", wanted));

        Assert.Contains("Eerst overleggen", page.QuerySelector("#stap-1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Klaar", page.QuerySelector("#stap-1")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Dan kiezen", page.QuerySelector("#stap-2")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Er is een nieuwere versie", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Form_AndButtonOpenedBeforeTheStepsMoved_ChangeTheStepThatWasSeen(DatabaseKind kind)
    {
        const string Plans = "/oplossingen/open-raadsinformatie/stappenplan";
        await using var site = await ParelmuurApp.StartAsync(kind);
        using var samira = await site.AsAsync("Samira Yıldız");
        using var omar = await site.AsAsync("Omar Bensaïd");
        await samira.SubmitAsync($"{Plans}/aansluiten", "Begin met de eerste stap");
        var path = samira.Here;
        var (first, third) = (await TitleAsync(samira, path, 1), await TitleAsync(samira, path, 3));
        var (board, form) = (await samira.OpenAsync($"{path}?als=bord"), await samira.OpenAsync($"{path}/stap/3"));
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<JoiningDb>();
            var id = Guid.Parse(path.Split('/')[^1]);
            var solution = (await db.Rollouts.SingleAsync(each => each.Id == id)).Solution;
            var plan = await db.StepPlans.SingleAsync(each => each.Solution == solution && each.Number == 1);
            db.Add(StepPlan.Write(solution, 2, [new(New, "Nieuwe eerste stap"), .. plan.Steps], "", person: null, DateTimeOffset.UnixEpoch));
            db.Record(new StepPlanWritten(solution, 2, plan.Steps.Count + 1), new Actor("test"));
            await db.SaveChangesAsync();
        }

        var renew = await omar.OpenAsync($"{path}/nieuwe-versie");
        await omar.SubmitAsync(renew, "Neem over", HttpStatusCode.OK, ("Form.Wanted", renew.QuerySelector("[name='Form.Wanted']")!.GetAttribute("value")!));
        var page = await samira.UploadAsync(
            form, "Bewaar", HttpStatusCode.OK, [("Form.Evidence", "verslag.pdf", SampleFiles.Pdf)], ("Form.State", "Done"), ("Form.Helped", "Bellen hielp."));
        Assert.Contains("Stap 4 is bijgewerkt.", page.Body!.TextContent, StringComparison.Ordinal);
        await samira.SubmitAsync(board, "Begin", HttpStatusCode.OK);

        page = await omar.OpenAsync(path);
        Assert.Contains("Nieuwe eerste stap", page.QuerySelector("#stap-1")!.TextContent, StringComparison.Ordinal);
        Assert.All((string[])[first, "Mee bezig"], each => Assert.Contains(each, page.QuerySelector("#stap-2")!.TextContent, StringComparison.Ordinal));
        Assert.All(
            (string[])[third, "Klaar", "verslag.pdf", "Bellen hielp."], each => Assert.Contains(each, page.QuerySelector("#stap-4")!.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Form_OfAStepThatIsGone_SaysSo_AndKeepsWhatWasTyped()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        using var samira = await site.AsAsync("Samira Yıldız");
        await samira.SubmitAsync("/oplossingen/open-raadsinformatie/stappenplan/aansluiten", "Begin met de eerste stap");

        var page = await samira.SubmitAsync(
            await samira.OpenAsync($"{samira.Here}/stap/3"), "Bewaar", HttpStatusCode.BadRequest,
            ("Form.Step", $"{Guid.NewGuid()}"), ("Form.State", "Done"), ("Form.Helped", "Bellen hielp."));

        Assert.Contains("Deze stap staat niet meer in jullie stappenplan.", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Bellen hielp.", page.QuerySelector<IHtmlTextAreaElement>("[name='Form.Helped']")!.Value);
    }

    private static async Task<string> TitleAsync(Visitor visitor, string path, int number) =>
        (await visitor.OpenAsync($"{path}/stap/{number}")).QuerySelector("h1 span")!.TextContent;

    private static StepPlan Plan(int number, params PlanStep[] steps) =>
        StepPlan.Write(Solution, number, steps, "", person: null, DateTimeOffset.UnixEpoch);

    private static Rollout Start() => Rollout.Start(First, new(Guid.NewGuid()), attempt: 1, person: null, Today);

    private static StepFacts Facts(StepState state) => new(state, null, null, null, null, null, null, "", "", "");
}
