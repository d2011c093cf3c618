using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Adoption;
using Parelmuur.Kernel.People;

namespace Parelmuur.Joining.Tests.Uses;

/// <summary>Many coordinators confirm at the same moment what their municipalities still use.</summary>
public sealed partial class ReconfirmingTests
{
    private const string StillTrue = "/mijn/organisatie/gebruik/klopt-nog", All = "De rest klopt allemaal";
    private const int UsesOfEach = 20;

    private static readonly string[] Municipalities =
        ["arnhem", "barneveld", "brummen", "doesburg", "duiven", "ede", "epe", "heerde", "lochem", "nijkerk", "putten", "renkum"];

    [Theory, OnEachDatabase]
    public async Task TwelveAtOnce_EachInTwoBrowsers_ThenOnceMore_NothingLostAndNothingDouble(DatabaseKind kind)
    {
        using var samples = new SamplesWithCoordinators();
        await using var site = await ParelmuurApp.StartAsync(kind, withSamples: false, $"--Samples={samples.Path}");
        var solutions = await GiveUsesAsync(site);
        List<(Visitor Browser, IHtmlDocument Page)> browsers = [];
        foreach (var municipality in Municipalities.Concat(Municipalities))
        {
            var browser = await site.AsAsync(NameOf(municipality));
            browsers.Add((browser, await browser.OpenAsync(StillTrue)));
        }

        Assert.All(browsers, each => Assert.Equal(UsesOfEach, each.Page.QuerySelectorAll("tbody tr").Length));
        var answers = await Task.WhenAll(browsers.Select(each => Task.Run(() => each.Browser.SubmitAsync(each.Page, All, HttpStatusCode.OK))));
        // The same form once more, as after a click that seemed to do nothing.
        foreach (var (browser, page) in browsers)
            Assert.Equal(0, Saved(await browser.SubmitAsync(page, All, HttpStatusCode.OK)));
        browsers.ForEach(each => each.Browser.Dispose());

        var expected = Municipalities.Length * UsesOfEach;
        Assert.Equal(expected, answers.Sum(Saved));
        foreach (var municipality in Municipalities)
        {
            var own = await site.Services.GetRequiredService<IAdoption>().OwnUsesAsync(Zutphen.Of(site, municipality), default);
            Assert.Equal(UsesOfEach, own.Count(use => solutions.Contains(use.Solution) && use.ConfirmedOn == Zutphen.Today(site) && use.Seen == 1));
        }

        var decided = await AskAsync(site, db => db.Database.SqlQuery<Decided>(
            $"""SELECT subject_id AS "SubjectId", on_behalf_of AS "OnBehalfOf" FROM ledger WHERE event = 'UseDecided'""").ToListAsync());
        Assert.Equal(expected, decided.Count);
        Assert.Equal(expected, decided.Distinct().Count());
    }

    [Fact]
    public async Task PagesAboutUses_FindThemByAnIndex_HoweverManyThereAre()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        using var omar = await site.AsAsync(Zutphen.Coordinator);
        using var visitor = site.Visit();
        // What starts the site may read everything, once.
        site.Questions.Texts.Clear();
        foreach (var path in (string[])["/gemeenten/zutphen", "/oplossingen/vroegbel", "/cijfers", "/oplossingen/vroegbel/verspreiding"])
        {
            await visitor.OpenAsync(path);
            await omar.OpenAsync(path);
        }

        foreach (var path in (string[])[StillTrue, "/mijn/organisatie/gebruik/wacht", "/mijn/organisatie/gebruik", "/oplossingen/vroegbel/gebruiken"])
            await omar.OpenAsync(path);

        var asked = site.Questions.Texts.Where(each => each.Key.Contains("\"adoption_uses\"", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(asked);
        foreach (var (text, parameters) in asked)
        {
            var steps = await PlanAsync(site, text, parameters);
            foreach (Match table in TableOfUses().Matches(text))
                Assert.DoesNotContain(steps, step => step == $"SCAN {table.Groups[1].Value}" || step.StartsWith($"SCAN {table.Groups[1].Value} ", StringComparison.Ordinal));
        }
    }

    private static async Task<HashSet<SolutionId>> GiveUsesAsync(ParelmuurApp site)
    {
        var adoption = site.Services.GetRequiredService<IAdoption>();
        var ended = Zutphen.Today(site).AddMonths(-14);
        var users = Municipalities.Select(slug => Zutphen.Of(site, slug)).ToList();
        // Solutions that none of them uses in the samples.
        var used = users.SelectMany(adoption.UsesBy).Select(use => use.Solution).ToHashSet();
        List<SolutionId> solutions = [.. (await AskAsync(site, db => db.Database.SqlQuery<Guid>(
            $"""SELECT id AS "Value" FROM catalogue_solutions WHERE status = 'Published' ORDER BY slug""").ToListAsync()))
            .Select(id => new SolutionId(id)).Where(id => !used.Contains(id)).Take(UsesOfEach)];
        Assert.Equal(UsesOfEach, solutions.Count);
        await adoption.RegisterSamplesAsync(
            [.. from solution in solutions from user in users select new SampleUse(solution, user, UseState.Active, ended, ended)], new("test"), default);
        return [.. solutions];
    }

    private static async Task<List<string>> PlanAsync(ParelmuurApp site, string text, IReadOnlyList<string> parameters) => await AskAsync(site, async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var explain = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The question is one of our own.
        explain.CommandText = "EXPLAIN QUERY PLAN " + text;
#pragma warning restore CA2100
        foreach (var name in parameters)
        {
            var parameter = explain.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, DBNull.Value);
            explain.Parameters.Add(parameter);
        }

        List<string> steps = [];
        await using var rows = await explain.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            steps.Add(rows.GetString(rows.GetOrdinal("detail")));
        return steps;
    });

    private static async Task<T> AskAsync<T>(ParelmuurApp site, Func<JoiningDb, Task<T>> question)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<JoiningDb>());
    }

    private static int Saved(IHtmlDocument page) =>
        Told().Match(page.Body!.TextContent) is { Success: true } told ? int.Parse(told.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : 0;

    private static string NameOf(string municipality) => $"Coördinator van {municipality}";

    [GeneratedRegex("([0-9]+) antwoord(en zijn| is) bewaard")]
    private static partial Regex Told();

    [GeneratedRegex("\"adoption_uses\" AS \"([a-z0-9]+)\"")]
    private static partial Regex TableOfUses();

    private sealed record Decided(Guid SubjectId, Guid OnBehalfOf);

    /// <summary>The samples with a coordinator of each of these municipalities.</summary>
    private sealed class SamplesWithCoordinators : IDisposable
    {
        public SamplesWithCoordinators()
        {
            foreach (var file in Directory.GetFiles(Repository.Path("samples")))
                File.Copy(file, System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)));
            var people = System.IO.Path.Combine(Path, "people.json");
            var all = JsonNode.Parse(File.ReadAllText(people))!.AsArray();
            foreach (var municipality in Municipalities)
            {
                all.Add(new JsonObject
                {
                    ["name"] = NameOf(municipality),
                    ["email"] = $"{municipality}@voorbeeld.example",
                    ["municipality"] = municipality,
                    ["roles"] = new JsonArray("Coordinator"),
                });
            }

            File.WriteAllText(people, all.ToJsonString());
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("parelmuur-samples-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
