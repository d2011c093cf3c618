using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Tests.Api;

[Collection(WithApi.Name)]
public sealed class SearchTests(ApiSite api)
{
    [Fact]
    public async Task Search_Words_TellsStrengthAndWhy()
    {
        var answer = await api.Site.JsonAsync("/search?q=schulden&facets=stage,kind");
        var results = answer.GetProperty("results").EnumerateArray().ToList();

        Assert.Equal(5, results[0].GetProperty("strength").GetInt32());
        Assert.All(results, each => Assert.InRange(each.GetProperty("strength").GetInt32(), 1, 5));
        Assert.All(results, each => Assert.NotEmpty(each.GetProperty("why")[0].GetProperty("found").GetString()!));
        Assert.Equal(["kind", "stage"], answer.GetProperty("facets").EnumerateObject().Select(each => each.Name).Order());
    }

    [Fact]
    public async Task Search_LaterPage_MeasuresByTheSameBest()
    {
        var whole = await api.Site.JsonAsync("/search?q=inwoners&pageSize=40");
        var paged = await api.Site.WalkAsync("/search?q=inwoners&pageSize=10");

        Assert.Equal(
            whole.GetProperty("results").EnumerateArray().Select(each => each.GetProperty("strength").GetInt32()),
            paged.Take(40).Select(each => each.GetProperty("strength").GetInt32()));
    }

    [Theory]
    [InlineData("newest")]
    [InlineData("mostUsed")]
    [InlineData("recentlyConfirmed")]
    public async Task Search_InAnotherOrder_MeasuresByTheBestMatch(string sort)
    {
        var best = Strengths(await api.Site.WalkAsync("/search?q=schulden&pageSize=10"));
        var ordered = Strengths(await api.Site.WalkAsync($"/search?q=schulden&pageSize=10&sort={sort}"));

        Assert.Equal(best.OrderBy(each => each.Key), ordered.OrderBy(each => each.Key));
        Assert.NotEqual(best.Select(each => each.Key), ordered.Select(each => each.Key));
    }

    [Fact]
    public async Task Check_Plan_TellsWhatExistsAndWhichPeersUseIt()
    {
        var answer = await api.Site.CheckAsync(new { text = "We willen inwoners met schulden eerder bellen", municipality = "GM0301", pageSize = 5 });
        var results = answer.GetProperty("results").EnumerateArray().ToList();

        Assert.InRange(results.Count, 1, 5);
        Assert.All(results, each => Assert.True(each.GetProperty("why").GetArrayLength() > 0));
        Assert.All(results, each => Assert.InRange(each.GetProperty("strength").GetInt32(), 1, 5));
        Assert.Contains(results, each => each.GetProperty("peers").GetArrayLength() > 0);
    }

    [Fact]
    public async Task Check_PeerThatOnlyPlansIt_IsNotAmongThoseWhoUseIt()
    {
        var organisations = api.Site.Services.GetRequiredService<IOrganisations>();
        var uses = await api.Site.WalkAsync("/uses?solution=vroegbel&pageSize=100");
        string[] planning = [.. uses.Where(each => each.GetProperty("state").GetString() == "planned").Select(each => each.GetProperty("user").GetProperty("slug").GetString()!)];
        var asking = organisations.Current.First(each =>
            organisations.Peers(each.Id, 40, organisations.Today).Any(peer => planning.Contains(peer.Municipality.Slug)));

        var answer = await api.Site.CheckAsync(new { text = "We willen inwoners met schulden eerder bellen", municipality = asking.Code.Value });

        var vroegbel = answer.GetProperty("results").EnumerateArray().Single(each => each.GetProperty("slug").GetString() == "vroegbel");
        var peers = vroegbel.GetProperty("peers").EnumerateArray().Select(each => each.GetProperty("slug").GetString()!).ToList();
        Assert.NotEmpty(planning);
        Assert.NotEmpty(peers);
        Assert.Empty(peers.Intersect(planning));
    }

    [Fact]
    public async Task Check_WithFields_GivesOnlyThose()
    {
        using var response = await api.Site.AskAsync(
            HttpMethod.Post, "/checks?fields=slug,why&pageSize=2", JsonContent.Create(new { text = "schulden" }));
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.All(answer.RootElement.GetProperty("results").EnumerateArray(), each =>
            Assert.Equal(["slug", "why"], each.EnumerateObject().Select(property => property.Name)));
    }

    [Theory]
    [InlineData("{}", "#/text")]
    [InlineData("{\"text\": \"   \"}", "#/text")]
    [InlineData("{\"text\": \"plan\", \"municipality\": \"GM9999\"}", "#/municipality")]
    [InlineData("{\"text\": \"plan\", \"municipality\": \"Utrecht\"}", "#/municipality")]
    [InlineData("{\"text\": \"plan\", \"pageSize\": 101}", "#/pageSize")]
    public async Task Check_WrongInput_SaysWhere(string body, string place)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await api.Site.AskAsync(HttpMethod.Post, "/checks", content);

        var problem = await response.ProblemAsync(HttpStatusCode.BadRequest);
        Assert.Equal(place, problem.GetProperty("errors")[0].GetProperty("location").GetProperty("pointer").GetString());
    }

    [Theory]
    [InlineData("{\"text\": ", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("null", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"text\": 12}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"text\": \"\\ud800\"}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("text=plan", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("<plan/>", "application/xml", HttpStatusCode.UnsupportedMediaType)]
    public async Task Check_WrongForm_IsRefused(string body, string type, HttpStatusCode status)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var response = await api.Site.AskAsync(HttpMethod.Post, "/checks", content);

        await response.ProblemAsync(status);
    }

    [Fact]
    public async Task Check_TooLarge_IsRefused()
    {
        using var large = JsonContent.Create(new { text = new string('a', 2_000_000) });
        await large.LoadIntoBufferAsync();
        using var response = await api.Site.AskAsync(HttpMethod.Post, "/checks", large);
        await response.ProblemAsync(HttpStatusCode.RequestEntityTooLarge);

        using var tooLong = await api.Site.AskAsync(
            HttpMethod.Post, "/checks", JsonContent.Create(new { text = new string('a', 200_001) }));
        await tooLong.ProblemAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Check_LongPlan_IsAnswered()
    {
        var plan = string.Join(' ', Enumerable.Repeat("We willen mensen met schulden sneller helpen.", 2_000));

        var answer = await api.Site.CheckAsync(new { text = plan });

        Assert.NotEqual(0, answer.GetProperty("results").GetArrayLength());
    }

    [SharedDataFact("conformance/fuzz/blns.json")]
    public async Task HostileText_Everywhere_NeverBreaks()
    {
        var texts = JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(SharedData.Path("conformance/fuzz/blns.json")))!;
        foreach (var text in texts)
        {
            var escaped = Uri.EscapeDataString(text);
            foreach (var path in (string[])[
                $"/search?q={escaped}", $"/search?q=a&fields={escaped}", $"/solutions?stage={escaped}&theme={escaped}",
                $"/solutions?cursor={escaped}", $"/uses?solution={escaped}", $"/solutions/x{escaped}", $"/organisations/x{escaped}",
            ])
            {
                using var answer = await api.Site.AskAsync(path);
                Assert.True((int)answer.StatusCode is 200 or 400 or 404, $"{path} answered {answer.StatusCode}");
            }

            using var check = await api.Site.AskAsync(HttpMethod.Post, "/checks", JsonContent.Create(new { text }));
            Assert.True((int)check.StatusCode is 200 or 400, $"A check of {text} answered {check.StatusCode}");
        }
    }

    private static List<KeyValuePair<string, int>> Strengths(List<JsonElement> results) =>
        [.. results.Select(each => KeyValuePair.Create(each.GetProperty("slug").GetString()!, each.GetProperty("strength").GetInt32()))];
}
