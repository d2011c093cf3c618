using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Catalogue;
using Parelmuur.Joining.Lessons;
using Parelmuur.Joining.Rollouts;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Tests.Lessons;

/// <summary>What five organisations wrote down, the sixth reads; of four nobody reads anything.</summary>
public sealed class LessonsTests
{
    private const string Slug = "open-raadsinformatie";
    private static readonly string[] Towns = ["deventer", "apeldoorn", "doetinchem", "lochem", "zwolle", "bronckhorst", "brummen"];

    [Theory, OnEachDatabase]
    public async Task Learn_AfterFourNothing_AfterFiveTheMiddle_AndItStays(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind);
        foreach (var town in Towns[..4])
            await FinishAsync(site, town);
        await LearnAsync(site);
        Assert.DoesNotContain("Wat anderen ervan leerden", await TextAsync(site), StringComparison.Ordinal);
        Assert.DoesNotContain("meestal klaar in", await VisitedAsync(site), StringComparison.Ordinal);
        var solution = await SolutionAsync(site);
        Assert.Empty(await AskAsync(site, db => db.LearnedValues.Where(each => each.Solution == solution).ToListAsync()));

        await FinishAsync(site, Towns[4]);
        await LearnAsync(site);
        using var samira = await site.AsAsync("Samira Yıldız");
        var start = await samira.OpenAsync($"/oplossingen/{Slug}/stappenplan/aansluiten");
        // Hours of a step are 10, 20, 30, 40 and 50, and there are six steps.
        Assert.Contains("meestal 180 uur werk. De middelste helft zat tussen 120 en 240 uur (5 organisaties)", start.Body!.TextContent, StringComparison.Ordinal);
        var page = await TextAsync(site);
        Assert.Contains("meestal 30, de middelste helft 20 tot 40", page, StringComparison.Ordinal);
        Assert.Contains("Te weinig tijd of mensen", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Geen geld", page, StringComparison.Ordinal);
        Assert.Contains("Bellen hielp in deventer.", page, StringComparison.Ordinal);

        await Until.TrueAsync(async () => (await VisitedAsync(site)).Contains("meestal klaar in", StringComparison.Ordinal));

        // Two more change nothing: they wait for their group.
        foreach (var town in Towns[5..])
            await FinishAsync(site, town);
        await LearnAsync(site);
        Assert.Equal(page, await TextAsync(site));
        Assert.DoesNotContain("brummen", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Quartiles_AreRounded_AndHoldTheMiddleHalf()
    {
        Assert.Null(Quartiles.Of([]));
        Assert.Equal(new Quartiles(5, 4, 8, 20), Quartiles.Of([1, 3, 7, 20, 500]));
        Assert.Equal(new Quartiles(10, 35, 55, 80), Quartiles.Of([.. Enumerable.Range(1, 10).Select(each => each * 10)]));
    }

    [Fact]
    public async Task Samples_HaveLessons()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);

        Assert.Contains("Wat anderen ervan leerden", (await site.PageAsync("/oplossingen/vroegbel/stappenplan")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("meestal klaar in", (await site.PageAsync("/oplossingen/vroegbel")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task FinishAsync(ParelmuurApp site, string town)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var (db, organisations) = (scope.ServiceProvider.GetRequiredService<JoiningDb>(), site.Services.GetRequiredService<IOrganisations>());
        var solution = await SolutionAsync(site);
        var plan = await db.StepPlans.AsNoTracking().SingleAsync(each => each.Solution == solution);
        var today = organisations.Today;
        var rollout = Rollout.Start(plan, organisations.FindBySlug(town)!.Id, attempt: 1, person: null, today.AddDays(-100));
        var place = Array.IndexOf(Towns, town);
        foreach (var step in rollout.Steps)
        {
            rollout.Change(step, new(
                StepState.Done, null, null, 10 * (place + 1), today.AddDays(-20), today.AddDays(place - 10),
                place < 2 ? Obstacle.Time : place == 2 ? Obstacle.Money : null, "Dit is geheim.", $"Bellen hielp in {town}.", ""), today.AddDays(place - 10));
        }

        db.Rollouts.Add(rollout);
        db.Record(new RolloutFinished(rollout.Id), new("test"));
        await db.SaveChangesAsync();
    }

    private static async Task<SolutionId> SolutionAsync(ParelmuurApp site) =>
        (await site.Services.GetRequiredService<ICatalogue>().FindBySlugAsync(Slug, default))!.Id;

    private static async Task LearnAsync(ParelmuurApp site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Learn>().RunAsync(default);
    }

    private static async Task<string> TextAsync(ParelmuurApp site)
    {
        using var reader = await site.AsAsync("Lotte Kramer");
        return (await reader.OpenAsync($"/oplossingen/{Slug}/stappenplan")).QuerySelector("main")!.TextContent;
    }

    private static async Task<string> VisitedAsync(ParelmuurApp site) => (await site.PageAsync($"/oplossingen/{Slug}")).QuerySelector("#stappenplan")!.ParentElement!.TextContent;

    private static async Task<T> AskAsync<T>(ParelmuurApp site, Func<JoiningDb, Task<T>> question)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<JoiningDb>());
    }
}
