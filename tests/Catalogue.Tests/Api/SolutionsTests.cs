using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Catalogue.Api;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Tests.Api;

[Collection(WithApi.Name)]
public sealed class SolutionsTests(ApiSite api)
{
    [Theory]
    [InlineData("/solutions?pageSize=7", "slug")]
    [InlineData("/solutions?pageSize=7&sort=mostUsed", "slug")]
    [InlineData("/solutions?pageSize=100&sort=recentlyConfirmed", "slug")]
    [InlineData("/solutions?pageSize=3&stage=gem", "slug")]
    [InlineData("/search?q=inwoners&pageSize=4", "slug")]
    public async Task Next_ToTheEnd_GivesEachOnce(string path, string key)
    {
        var all = await api.Site.WalkAsync(path);

        var total = (await api.Site.JsonAsync(path)).GetProperty("total").GetInt32();
        Assert.Equal(total, all.Count);
        Assert.True(total > 10);
        Assert.Equal(total, all.Select(each => each.GetProperty(key).GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Prev_FromTheSecondPage_GoesBackToTheFirst()
    {
        var first = await api.Site.JsonAsync("/solutions?pageSize=5");
        var second = await api.Site.JsonAsync(Local(first, "next"));
        var back = await api.Site.JsonAsync(Local(second, "prev"));

        Assert.Equal(Slugs(first), Slugs(back));
        Assert.False(first.TryGetProperty("prev", out _));
        using var response = await api.Site.AskAsync("/solutions?pageSize=5");
        Assert.Contains("rel=\"next\"", Assert.Single(response.Headers.GetValues("Link")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_OfTwoStages_GivesOnlyThose()
    {
        var all = await api.Site.WalkAsync("/solutions?stage=gem&stage=pilot&pageSize=100");
        var comma = await api.Site.WalkAsync("/solutions?stage=gem,pilot&pageSize=100");

        Assert.Equal(["gem", "pilot"], all.Select(each => each.GetProperty("stage").GetString()).Distinct().Order());
        Assert.Equal(all.Count, comma.Count);
    }

    [Theory]
    [InlineData("kind=software", "kind", "software")]
    [InlineData("theme=bestaanszekerheid&kind=service", "kind", "service")]
    public async Task List_WithFilter_GivesOnlyThat(string filter, string property, string value)
    {
        var all = await api.Site.WalkAsync($"/solutions?{filter}");

        Assert.NotEmpty(all);
        Assert.All(all, each => Assert.Equal(value, each.GetProperty(property).GetString()));
    }

    [Fact]
    public async Task List_OfAProvince_TakesCodeAndName()
    {
        var byCode = await api.Site.JsonAsync("/solutions?province=PV22");
        var byName = await api.Site.JsonAsync("/solutions?province=drenthe");

        Assert.True(byCode.GetProperty("total").GetInt32() > 0);
        Assert.Equal(byCode.GetProperty("total").GetInt32(), byName.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task List_WithFields_GivesOnlyThose()
    {
        var page = await api.Site.JsonAsync("/solutions?fields=slug,users&pageSize=3");

        Assert.All(page.GetProperty("results").EnumerateArray(), each =>
            Assert.Equal(["slug", "users"], each.EnumerateObject().Select(property => property.Name)));
        Assert.True(page.TryGetProperty("total", out _));
    }

    [Fact]
    public async Task List_Written_ReadsBackAsDescribed()
    {
        using var response = await api.Site.AskAsync("/solutions?pageSize=100");
        var page = JsonSerializer.Deserialize(await response.Content.ReadAsStringAsync(), CatalogueJson.Default.PageSolutionItem)!;

        Assert.All(page.Results, each => Assert.NotEmpty(each.Title));
        Assert.Contains(page.Results, each => each.Users.Active > 20 && each.Users.Municipalities.Count >= each.Users.Active - 5);
    }

    [Fact]
    public async Task Find_KnownSlug_TellsEverything()
    {
        var solution = await api.Site.JsonAsync("/solutions/vroegbel");

        Assert.Equal("Vroegbel", solution.GetProperty("title").GetString());
        Assert.Equal("workPractice", solution.GetProperty("kind").GetString());
        Assert.Equal("GM0150", solution.GetProperty("origin").GetProperty("code").GetString());
        Assert.Matches(@"^\d{4}-\d\d-\d\d$", solution.GetProperty("shared").GetString()!);
        Assert.Equal(3, solution.GetProperty("links").GetArrayLength());
    }

    [Fact]
    public async Task Find_KnownSlug_TellsItsStory()
    {
        var solution = await api.Site.JsonAsync("/solutions/boomcheck");
        var other = await api.Site.JsonAsync("/solutions/kapwijzer");

        Assert.Equal(
            ["replaces kapwijzer False", "implementsStandard kaartlagen-op-dezelfde-manier False", "buildsOn mag-ik-dit-bouwen True"],
            RelationsOf(solution));
        Assert.Contains("replaces boomcheck True", RelationsOf(other));
        Assert.Equal(2, solution.GetProperty("decisions").GetArrayLength());
        Assert.All(solution.GetProperty("decisions").EnumerateArray(), decision => Assert.NotEmpty(decision.GetProperty("body").GetString()!));
        Assert.NotEmpty((await api.Site.JsonAsync("/solutions/vroegbel")).GetProperty("history").EnumerateArray());
        var steward = solution.GetProperty("steward");
        Assert.Equal(
            ("Lisanne Drost", "GM0228"), (steward.GetProperty("name").GetString(), steward.GetProperty("organisation").GetProperty("code").GetString()));
        Assert.Equal(["name", "role", "organisation"], steward.EnumerateObject().Select(each => each.Name));

        static IEnumerable<string> RelationsOf(JsonElement solution) => solution.GetProperty("relations").EnumerateArray().Select(each =>
            $"{each.GetProperty("kind").GetString()} {each.GetProperty("solution").GetProperty("slug").GetString()} {each.GetProperty("inverse").GetBoolean()}");
    }

    [Fact]
    public async Task Find_RelatedToADraft_DoesNotTell()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
            var draft = Solution.Share(
                "geheim", new() { Title = "Geheim" }, Stage.Gem, SolutionStatus.Draft, new(2026, 1, 1), null, isSample: true);
            db.Solutions.Add(draft);
            db.Relations.Add(new(draft.Id, RelationKind.BuildsOn, db.Solutions.Single(each => each.Slug == "vroegbel").Id));
            db.Record(new SolutionShared(draft.Id, draft.Title, draft.Stage), new Actor("test"));
            await db.SaveChangesAsync();
        }

        var solution = await site.JsonAsync("/solutions/vroegbel");

        Assert.DoesNotContain("geheim", solution.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Find_FormerSlug_LeadsToTheOneOfToday()
    {
        await using (var scope = api.Site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
            var solution = db.Solutions.First(each => each.Slug == "vroegbel");
            db.Slugs.Add(new SolutionSlug("vroeger-heette-het-zo", solution.Id));
            db.Record(new SolutionRevised(solution.Id, ["Slug"]), new Actor("test"));
            await db.SaveChangesAsync();
        }

        using var response = await api.Site.AskAsync("/solutions/vroeger-heette-het-zo");

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal("/api/v1/solutions/vroegbel", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Find_WithSeveralSources_NamesThemAll()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
            var solution = db.Solutions.First(each => each.Slug == "vroegbel");
            foreach (var id in (string[])["b-2", "a-1"])
                db.Sources.Add(SolutionSource.Of("register", id, solution.Id, null, "https://register.example/" + id, new(2026, 8, 8), ""));
            db.Record(new SolutionRevised(solution.Id, ["Sources"]), new Actor("test"));
            await db.SaveChangesAsync();
        }

        var found = await site.JsonAsync("/search?q=vroegbel&pageSize=1");
        var result = found.GetProperty("results")[0];

        Assert.Equal("vroegbel", result.GetProperty("slug").GetString());
        Assert.Equal("register", result.GetProperty("source").GetString());
        Assert.Equal("a-1", result.GetProperty("sourceId").GetString());
        Assert.Equal(["a-1", "b-2"], result.GetProperty("sourceIds").EnumerateArray().Select(each => each.GetString()));
        Assert.Equal("https://register.example/b-2", result.GetProperty("sources")[1].GetProperty("url").GetString());
    }

    [Fact]
    public async Task Facets_Unfiltered_AddUp()
    {
        var report = await api.Site.JsonAsync("/facets");
        var total = report.GetProperty("total").GetInt32();

        var stages = report.GetProperty("facets").GetProperty("stage").EnumerateArray().Sum(each => each.GetProperty("count").GetInt32());
        var tips = (await api.Site.WalkAsync("/solutions?pageSize=100")).Count(each => each.GetProperty("status").GetString() == "tip");
        Assert.Equal(total, stages + tips);
        Assert.Equal(7, report.GetProperty("facets").EnumerateObject().Count());
        var gems = await api.Site.JsonAsync("/facets?stage=gem&facets=kind");
        Assert.True(gems.GetProperty("total").GetInt32() < total);
        Assert.Equal("kind", Assert.Single(gems.GetProperty("facets").EnumerateObject()).Name);
    }

    private static string Local(JsonElement page, string link) => page.GetProperty(link).GetString()!["/api/v1".Length..];

    private static List<string?> Slugs(JsonElement page) =>
        [.. page.GetProperty("results").EnumerateArray().Select(each => each.GetProperty("slug").GetString())];
}
