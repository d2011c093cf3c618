using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Adoption;
using Parelmuur.Joining.Rollouts;
using Parelmuur.Kernel.People;

namespace Parelmuur.Joining.Tests.Uses;

/// <summary>What a reorganisation moved stands on the pages of both municipalities and of the solution; what was split waits in a list.</summary>
public sealed class ReorganisedPagesTests
{
    [Fact]
    public async Task Extension_IsTold_OnBothMunicipalities_AndTheSolution()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        await site.ImportAsync("Weesp", ("Aap", "Gouda"));
        var aap = (await site.UsesAsync("weesp"))["Aap"].Solution;
        await site.Services.GetRequiredService<IAdoption>().ReorganiseAsync(Zutphen.Today(site), new("test"), default);
        await Zutphen.UntilAsync(() => Task.FromResult(site.Services.GetRequiredService<IAdoption>().UsersOf(aap).Users is [{ Origin: not null }]));

        var amsterdam = Text(await site.PageAsync("/gemeenten/amsterdam"));
        Assert.Contains("24 maart 2022 Het gebruik van 1 oplossing kwam mee van Weesp", amsterdam, StringComparison.Ordinal);
        Assert.Contains("(kwam mee van Weesp)", amsterdam, StringComparison.Ordinal);
        Assert.Contains("Het gebruik van 1 oplossing ging naar Amsterdam", Text(await site.PageAsync("/gemeenten/weesp")), StringComparison.Ordinal);
        Assert.Contains("Herindeling: Amsterdam gebruikt dit nu in plaats van Weesp.", Text(await site.PageAsync("/oplossingen/aap")), StringComparison.Ordinal);
        Assert.Equal("amsterdam", Row(await site.PageAsync("/oplossingen/aap/verspreiding")));
    }

    [Theory, OnEachDatabase]
    public async Task Split_WaitsInTheListOfEachSuccessor_UntilAPersonDecides(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind);
        await site.ImportAsync("Haaren", ("Aap", "Gouda"));
        await site.Services.GetRequiredService<IAdoption>().ReorganiseAsync(Zutphen.Today(site), new("test"), default);
        await MakeCoordinatorAsync(site, "vught");

        using var visitor = await site.AsAsync("Joost van Rijn");
        var waits = await visitor.OpenAsync("/mijn/organisatie/gebruik/wacht");
        Assert.Contains("Haaren is verdeeld. Gaan jullie hiermee door?", Text(waits), StringComparison.Ordinal);
        Assert.Contains(
            "Het gebruik van 1 oplossing wacht nog op een besluit van Boxtel, Oisterwijk, Tilburg, Vught.",
            Text(await visitor.OpenAsync("/gemeenten/haaren")), StringComparison.Ordinal);

        var aap = (await site.UsesAsync("vught"))["Aap"].Solution;
        await visitor.SubmitAsync(await visitor.OpenAsync("/mijn/organisatie/gebruik/wacht?bron=Haaren"), "Bewaar je antwoorden", HttpStatusCode.OK, ("Form.Rows[0].Answer", "Confirm"));
        await Zutphen.UntilAsync(() => Task.FromResult(site.Services.GetRequiredService<IAdoption>().UsersOf(aap).Confirmed == 1));
        Assert.Equal("vught", Row(await visitor.OpenAsync("/oplossingen/aap/verspreiding")));
        Assert.Contains("kwam mee van Haaren, 1 januari 2021", Text(await visitor.OpenAsync("/mijn/organisatie/gebruik?q=aap")), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Extension_TakesRolloutsAndWhatWasMadeAlong(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind);
        await site.ImportAsync("Weesp", ("Aap", "Weesp"));
        var (rollout, steps) = await BeginAtWeespAsync(site);
        await site.Services.GetRequiredService<IAdoption>().ReorganiseAsync(Zutphen.Today(site), new("test"), default);
        await MakeCoordinatorAsync(site, "amsterdam");
        using var visitor = await site.AsAsync("Joost van Rijn");
        using var stranger = await site.AsAsync(Zutphen.Coordinator);
        var path = $"/mijn/organisatie/stappenplannen/{rollout}";

        await stranger.OpenAsync(path, HttpStatusCode.NotFound);
        await stranger.OpenAsync("/oplossingen/aap/bewerken", HttpStatusCode.NotFound);
        await visitor.OpenAsync("/oplossingen/aap/bewerken");
        Assert.Contains("Aap", Text(await visitor.OpenAsync("/mijn/organisatie")), StringComparison.Ordinal);
        Assert.Contains((await visitor.OpenAsync("/mijn/organisatie/stappenplannen")).QuerySelectorAll("main a"), link => link.GetAttribute("href") == path);
        for (var number = 1; number <= steps; number++)
            await visitor.SubmitAsync($"{path}/stap/{number}", "Bewaar", ("Form.State", "Done"), ("Form.Hours", "4"));
        await visitor.SubmitAsync(path, "We gebruiken het nu");

        Assert.Equal(UseState.Active, (await site.UsesAsync("amsterdam")).Values.Single(use => use.Solution == SolutionOf(site, rollout)).State);
    }

    private static async Task<(Guid Id, int Steps)> BeginAtWeespAsync(ParelmuurApp site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<JoiningDb>();
        var plan = (await db.StepPlans.AsNoTracking().ToListAsync()).OrderBy(each => each.Steps.Count).First();
        var rollout = Rollout.Start(plan, Zutphen.Of(site, "weesp"), 1, null, new DateOnly(2022, 1, 10));
        db.Rollouts.Add(rollout);
        db.Record(new RolloutStarted(rollout.Id, rollout.Solution, rollout.Organisation, plan.Number), new("test"));
        await db.SaveChangesAsync();
        return (rollout.Id, rollout.Steps.Count);
    }

    private static SolutionId SolutionOf(ParelmuurApp site, Guid rollout)
    {
        using var scope = site.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<JoiningDb>().Rollouts.Single(each => each.Id == rollout).Solution;
    }

    private static async Task MakeCoordinatorAsync(ParelmuurApp site, string slug)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var (db, person, id, municipality) = (scope.ServiceProvider.GetRequiredService<JoiningDb>(), await site.IdOfAsync("Joost van Rijn"), Guid.NewGuid(), Zutphen.Of(site, slug).Value);
        var (who, now) = (person.Value, TimeProvider.System.GetUtcNow().UtcDateTime);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO accounts_memberships (id, person, organisation, role, state, requested, decided, reason)
            VALUES ({id}, {who}, {municipality}, 'Coordinator', 'Approved', {now}, {now}, '')
            """);
    }

    private static string Row(IHtmlDocument spread) =>
        Assert.Single(spread.QuerySelectorAll("tbody th a"))!.GetAttribute("href")!.Split('/')[^1];

    private static string Text(IHtmlDocument page) => string.Join(' ', page.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
