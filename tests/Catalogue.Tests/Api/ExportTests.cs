using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Catalogue.Import;
using Parelmuur.Catalogue.Import.PublicCode;
using Parelmuur.Kernel.Text;
using YamlDotNet.Serialization;

namespace Parelmuur.Catalogue.Tests.Api;

[Collection(WithApi.Name)]
public sealed class ExportTests(ApiSite api)
{
    [Fact]
    public async Task JsonLines_HoldsEverySolutionAsTheApiTellsIt()
    {
        var lines = (await TextAsync("/open-data/oplossingen.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var total = (await api.Site.JsonAsync("/solutions?pageSize=1")).GetProperty("total").GetInt32();
        Assert.Equal(total, lines.Length);
        var line = lines.Select(each => JsonDocument.Parse(each).RootElement).Single(each => each.GetProperty("slug").GetString() == "vroegbel");
        Assert.Equal((await api.Site.JsonAsync("/solutions/vroegbel")).GetRawText(), line.GetRawText());
    }

    [Theory]
    [InlineData("/open-data/oplossingen.jsonl")]
    [InlineData("/open-data/oplossingen.csv")]
    [InlineData("/open-data/gebruik.csv")]
    public async Task Export_ForWhoWentAway_IsNotMade(string path)
    {
        var endpoint = api.Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Single(each => each.RoutePattern.RawText == path);
        await using var scope = api.Site.Services.CreateAsyncScope();
        using var file = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = new(canceled: true) };
        context.Request.Method = HttpMethods.Get;
        context.Response.Body = file;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => endpoint.RequestDelegate!(context));

        // No more than the mark with which a file for spreadsheets begins.
        Assert.InRange(file.Length, 0, 3);
    }

    [Fact]
    public async Task Csv_HasARowForEverySolution()
    {
        var csv = await TextAsync("/open-data/oplossingen.csv");

        var total = (await api.Site.JsonAsync("/solutions?pageSize=1")).GetProperty("total").GetInt32();
        Assert.StartsWith("\uFEFFslug,title,promise", csv, StringComparison.Ordinal);
        Assert.Equal(total + 1, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("\r\nvroegbel,Vroegbel,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UsesCsv_HasARowForEveryUse()
    {
        var csv = await TextAsync("/open-data/gebruik.csv");

        var uses = await api.Site.WalkAsync("/uses?pageSize=100");
        Assert.Equal(uses.Count + 1, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+31 6", "\"'+31 6\"")]
    [InlineData("-2", "\"'-2\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("zeg \"ja\"", "\"zeg \"\"ja\"\"\"")]
    [InlineData("gewoon", "gewoon")]
    public void Cell_ThatLooksLikeAFormula_StaysText(string text, string cell) =>
        Assert.Equal(cell, new CsvRow().Cell(text).Take());

    [Fact]
    public async Task Publiccode_OfSoftware_HoldsWhatTheStandardAsks()
    {
        var yaml = await TextAsync("/oplossingen/formulierenkit/publiccode.yml");
        var file = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(yaml);

        Assert.Equal("0", file["publiccodeYmlVersion"]);
        Assert.Equal("Formulierenkit", file["name"]);
        Assert.Equal("EUPL-1.2", ((Dictionary<object, object>)file["legal"])["license"]);
        var description = (Dictionary<object, object>)((Dictionary<object, object>)file["description"])["nl"];
        Assert.InRange(((string)description["longDescription"]).Length, 150, 10_000);
        Assert.InRange(((string)description["shortDescription"]).Length, 1, 150);
        var users = (await api.Site.WalkAsync("/uses?solution=formulierenkit&pageSize=100")).Count(use => use.GetProperty("state").GetString() == "active");
        Assert.Equal(users, ((List<object>)file["usedBy"]).Count);
        Assert.Superset(
            new HashSet<string> { "url", "platforms", "developmentStatus", "softwareType", "maintenance", "localisation" }, file.Keys.ToHashSet());
    }

    [Fact]
    public async Task Publiccode_OfEverySoftware_KeepsTheRulesOfTheStandard()
    {
        var software = await api.Site.WalkAsync("/solutions?kind=software&pageSize=100");
        var files = new List<string>();
        foreach (var slug in software.Select(each => each.GetProperty("slug").GetString()))
        {
            using var response = await api.Site.Client.GetAsync(new Uri($"/oplossingen/{slug}/publiccode.yml", UriKind.Relative));
            if (response.IsSuccessStatusCode)
                files.Add(await response.Content.ReadAsStringAsync());
        }

        Assert.True(files.Count >= 5);
        Assert.All(files, file =>
        {
            var row = PublicCodeFile.Read(1, "publiccode.yml", System.Text.Encoding.UTF8.GetBytes(file));
            Assert.Equal("", (row as RefusedRow)?.Reason ?? "");
            Assert.Contains($"landingURL: \"{ApiSite.PublicAddress}/oplossingen/", file, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Publiccode_OfThisProject_KeepsThemToo()
    {
        var row = PublicCodeFile.Read(1, "publiccode.yml", await File.ReadAllBytesAsync(Repository.Path("publiccode.yml")));

        Assert.Equal("", (row as RefusedRow)?.Reason ?? "");
    }

    [Theory]
    [InlineData("/oplossingen/vroegbel/publiccode.yml")]
    [InlineData("/oplossingen/bestaat-niet/publiccode.yml")]
    public async Task Publiccode_OfWhatIsNoSoftware_DoesNotExist(string path)
    {
        using var response = await api.Site.Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("/open-data", "Open data en API")]
    [InlineData("/api", "De API")]
    [InlineData("/en/open-data", "Open data and API")]
    [InlineData("/en/api", "The API")]
    public async Task Page_ForPeople_IsThere(string path, string heading)
    {
        var page = await api.Site.PageAsync(path);

        Assert.Equal(heading, page.QuerySelector("h1")?.TextContent);
    }

    private async Task<string> TextAsync(string path)
    {
        using var response = await api.Site.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return System.Text.Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync());
    }
}
