using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Joining.Spread;
using Parelmuur.Joining.Tests.Uses;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Tests.Spread;

[Collection(WithSite.Name)]
public sealed class SpreadPagesTests(ParelmuurApp site)
{
    [Fact]
    public async Task Municipalities_SayHowManySolutionsEachUses_AsItsOwnPageDoes()
    {
        using var omar = await site.AsAsync("Omar Bensaïd");
        var own = await omar.OpenAsync("/gemeenten/zutphen");
        var uses = int.Parse(own.QuerySelector(".pm-feiten strong")!.TextContent, CultureInfo.InvariantCulture);

        Assert.True(uses > 1);
        Assert.Equal("oplossingen in gebruik", own.QuerySelector(".pm-feiten small")!.TextContent);
        Assert.Equal(uses, own.QuerySelectorAll("[aria-labelledby=gebruiken] tbody td[data-kolom=Stand]").Count(state => !state.TextContent.StartsWith("Sluit", StringComparison.Ordinal)));
        Assert.Equal($"gebruikt {uses}", (await omar.OpenAsync("/gemeenten?naam=zutphen")).QuerySelector("#gevonden li b")!.TextContent);
    }

    [Fact]
    public async Task Figures_OfThePlatform_AgreeWithTheRegister()
    {
        var figures = await JsonAsync("/open-data/verspreiding.json");
        var solutions = figures.GetProperty("solutions").EnumerateArray().ToList();
        var catalogue = site.Services.GetRequiredService<ICatalogue>();
        var known = await catalogue.FindBySlugAsync("vroegbel", CancellationToken.None);
        var users = site.Services.GetRequiredService<IAdoption>().UsersOf(known!.Id);

        var vroegbel = solutions.Single(each => each.GetProperty("solution").GetString() == "vroegbel");
        Assert.Equal(users.Active, vroegbel.GetProperty("active").GetInt32());
        Assert.Equal(users.Confirmed, vroegbel.GetProperty("confirmed").GetInt32());
        Assert.Equal(figures.GetProperty("active").GetInt32(), solutions.Sum(each => each.GetProperty("active").GetInt32()));
        Assert.Equal(figures.GetProperty("confirmed").GetInt32(), solutions.Sum(each => each.GetProperty("confirmed").GetInt32()));
        Assert.All(solutions.Where(each => each.TryGetProperty("estimatedHoursAvoided", out var hours) && hours.ValueKind == JsonValueKind.Number), each =>
            Assert.Equal(
                (each.GetProperty("active").GetInt64() - 1) * each.GetProperty("buildHours").GetInt64(),
                each.GetProperty("estimatedHoursAvoided").GetInt64()));
    }

    [Fact]
    public async Task Growth_AsCsv_EndsWithEveryDatedUse()
    {
        var rows = (await site.Client.GetStringAsync(new Uri("/open-data/groei.csv", UriKind.Relative))).Trim().Split("\r\n");
        Assert.Equal("month,newUses,totalUses,municipalities", rows[0]);
        Assert.Equal(rows.Skip(1).Sum(row => int.Parse(row.Split(',')[1], null)), int.Parse(rows[^1].Split(',')[2], null));
    }

    [Fact]
    public async Task Spread_AsCsv_HasARowForEachSolutionInUse()
    {
        var rows = (await site.Client.GetStringAsync(new Uri("/open-data/verspreiding.csv", UriKind.Relative))).Trim().Split("\r\n");
        var solutions = (await JsonAsync("/open-data/verspreiding.json")).GetProperty("solutions").GetArrayLength();
        Assert.Equal(solutions + 1, rows.Length);
    }

    [Fact]
    public async Task Page_WithAMonth_ShowsTheMapOfThatMonth()
    {
        var now = await site.PageAsync("/oplossingen/vroegbel/verspreiding");
        Assert.Empty(now.QuerySelectorAll("#kaart .straks"));
        var months = now.QuerySelectorAll("#maand option").Select(option => option.GetAttribute("value")!).ToList();

        var first = await site.PageAsync($"/oplossingen/vroegbel/verspreiding?maand={months[0]}");
        Assert.Equal(months[0], first.QuerySelector("#maand option[selected]")!.GetAttribute("value"));
        Assert.Single(first.QuerySelectorAll("#kaart [data-moment]:not(.straks)"));
        Assert.NotEmpty(first.QuerySelectorAll("#kaart .straks"));
    }

    [Theory]
    [InlineData("/cijfers?maand=onzin")]
    [InlineData("/cijfers?maand=1066-10")]
    [InlineData("/en/cijfers")]
    public async Task Page_WithAnyMonth_ShowsAMap(string path) =>
        Assert.NotEmpty((await site.PageAsync(path)).QuerySelectorAll("#kaart [data-moment]"));

    [Fact]
    public async Task Page_OfNoSolution_IsNotFound() =>
        await site.PageAsync("/oplossingen/bestaat-niet/verspreiding", HttpStatusCode.NotFound);

    [Fact]
    public async Task Page_OfAnEmptySite_SaysThatThereIsNothing()
    {
        await using var empty = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite, withSamples: false);
        var page = await empty.PageAsync("/cijfers");
        Assert.Contains("Er is nog niets te tellen.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_AfterChanges_AreThoseOfCountingEverythingAnew()
    {
        await using var own = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        var (adoption, catalogue) = (own.Services.GetRequiredService<IAdoption>(), own.Services.GetRequiredService<ICatalogue>());
        var kept = own.Services.GetRequiredService<KeptSpread>();
        var today = Zutphen.Today(own);
        using var omar = await own.AsAsync("Omar Bensaïd");
        var before = await kept.TodayAsync(default);
        Assert.Equal(await AnewAsync(), Told(before));

        await own.ImportAsync("Zutphen; Gouda", ("Vuurwerkloket", "Gouda"), ("Vuurwerkbalie", "Zutphen"));
        await UntilAsync(spread => spread.Solutions.Count == before.Solutions.Count + 2 && spread.Active == before.Active + 4);

        var (loket, balie) = (await IdAsync("vuurwerkloket"), await IdAsync("vuurwerkbalie"));
        await own.DecideAsync(today, new UseDecision(loket, UseAnswer.Use, today.AddYears(-9)));
        await UntilAsync(spread => spread.Confirmed == before.Confirmed + 1 && spread.Growth.Undated < before.Growth.Undated + 4);

        await adoption.JoinAsync(balie, loket, new("test"), default);
        await UntilAsync(spread => spread.Active == before.Active + 2);

        await own.DecideAsync(today, new UseDecision(loket, UseAnswer.End, today, "Het past niet meer."));
        await UntilAsync(spread => spread.Active == before.Active + 1 && spread.Confirmed == before.Confirmed);

        async Task UntilAsync(Func<PlatformSpread, bool> isThere)
        {
            await Until.TrueAsync(async () => isThere(await kept.TodayAsync(default)));
            var now = await kept.TodayAsync(default);
            Assert.Equal(await AnewAsync(), Told(now));
            // Who is signed in gets nothing that was kept of the page before.
            foreach (var path in new[] { "/cijfers", "/en/cijfers" })
                Assert.Equal([$"{now.Solutions.Count}", $"{now.Active}", $"{now.Confirmed}", $"{now.Municipalities}"], await FiguresAsync(path));
            foreach (var path in new[] { "/oplossingen/vuurwerkloket/verspreiding", "/en/oplossingen/vuurwerkloket/verspreiding" })
                Assert.Equal($"{adoption.UsersOf(await IdAsync("vuurwerkloket")).Active}", (await FiguresAsync(path))[0]);
        }

        async Task<List<string>> FiguresAsync(string path) =>
        [
            .. (await omar.OpenAsync(path)).QuerySelectorAll(".pm-feiten strong")
                .Select(figure => string.Concat(figure.TextContent.Where(char.IsDigit))),
        ];

        async Task<string> AnewAsync()
        {
            using var anew = new KeptSpread(adoption, catalogue, own.Services.GetRequiredService<IOrganisations>());
            return Told(await anew.TodayAsync(default));
        }

        async Task<SolutionId> IdAsync(string slug) => (await catalogue.FindBySlugAsync(slug, default))!.Id;

        // JSON has no ids as names.
        static string Told(PlatformSpread spread) =>
            JsonSerializer.Serialize(spread with { SolutionsAt = new Dictionary<OrganisationId, int>() }) + string.Join(' ', spread.SolutionsAt);
    }

    private async Task<JsonElement> JsonAsync(string path) =>
        JsonDocument.Parse(await site.Client.GetStringAsync(new Uri(path, UriKind.Relative))).RootElement;
}
