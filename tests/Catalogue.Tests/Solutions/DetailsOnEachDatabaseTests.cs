using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Tests.Stewardship;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Tests.Solutions;

/// <summary>The page of a solution asks for many small things at once; both databases must be able to answer each.</summary>
public sealed class DetailsOnEachDatabaseTests
{
    [Theory, OnEachDatabase]
    public async Task Get_WithAllThatCanBeToldAboutASolution_ShowsIt(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind);
        var solution = await site.StoredAsync(await site.MakeAsync("Alles erop en eraan"));
        await site.AskAsync(async db =>
        {
            db.Moments.Add(new(Guid.CreateVersion7(), solution.Id, new(2024, 6, 1), "Meppel maakt een avondversie."));
            db.Sources.Add(SolutionSource.Of("register", "7", solution.Id, null, "https://voorbeeld.example/7", new(2026, 1, 1), "print"));
            db.Decisions.Add(StageDecision.Of(solution.Id, Stage.Gem, Stage.Pilot, new(2024, 7, 1), "Het college", "Het werkt.", "Verslag"));
            db.Record(new SolutionRevised(solution.Id, ["Sources"]), new Actor("test"));
            return await db.SaveChangesAsync();
        });

        var page = (await site.PageAsync($"/oplossingen/{solution.Slug}")).Body!.TextContent;

        Assert.Contains("Meppel maakt een avondversie.", page, StringComparison.Ordinal);
        Assert.Contains("Het werkt.", page, StringComparison.Ordinal);
        Assert.Contains("Lees 1 vermelding", page, StringComparison.Ordinal);
        await site.PageAsync($"/oplossingen/{solution.Slug}/geschiedenis");
        await site.PageAsync($"/oplossingen/{solution.Slug}/foto-kaart");
    }
}
