using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.Tests.Audit;

/// <summary>The ledger as auditors and coordinators read it, and that looking at it stands in it.</summary>
public sealed class LedgerTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    private const string Page = "/logboek";

    [Fact]
    public async Task Get_NamesWhoDidWhat_NewestFirst()
    {
        var person = await site.PersonAsync("almelo", MembershipRole.Contributor);
        using var auditor = await site.AsAsync("Rosa Blom");

        var page = await auditor.OpenAsync($"{Page}?onderwerp={person.Id}");

        var row = Assert.Single(page.QuerySelectorAll("tbody tr"));
        Assert.Contains("Account gemaakt", row.TextContent, StringComparison.Ordinal);
        Assert.Contains(person.Name, row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Account made", (await auditor.OpenAsync($"/en{Page}?onderwerp={person.Id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gebeurtenis=MembershipApproved")]
    [InlineData("woord=contributor")]
    [InlineData("wie=TEST")]
    [InlineData("van=2020-01-01&tot=2099-12-31")]
    public async Task Get_WithAFilter_ShowsWhatFits(string filter)
    {
        var person = await site.PersonAsync("assen", MembershipRole.Contributor);
        using var auditor = await site.AsAsync("Rosa Blom");

        var page = await auditor.OpenAsync($"{Page}?organisatie=assen&{filter}");

        Assert.Contains(page.QuerySelectorAll("tbody tr"), row => row.TextContent.Contains("Rol toegekend", StringComparison.Ordinal)
            && row.TextContent.Contains($"{person.Id}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("van=2999-01-01")]
    [InlineData("tot=2000-01-01")]
    [InlineData("woord=xyzzyqwx")]
    [InlineData("woord=%25")]
    [InlineData("wie=niemand-die-zo-heet")]
    [InlineData("gebeurtenis=Nooit")]
    public async Task Get_WhereNothingFits_SaysSo(string filter)
    {
        using var auditor = await site.AsAsync("Rosa Blom");
        Assert.Contains("Hier staat niets", (await auditor.OpenAsync($"{Page}?{filter}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_PageByPage_ShowsEveryEntryOnce()
    {
        using var auditor = await site.AsAsync("Rosa Blom");
        await auditor.OpenAsync(Page);
        var (numbers, next) = (new List<string>(), $"{Page}?gebeurtenis=SolutionShared");
        while (next is not null)
        {
            var page = await auditor.OpenAsync(next);
            numbers.AddRange(page.QuerySelectorAll("tbody summary .pm-verberg").Select(each => each.TextContent));
            next = page.QuerySelectorAll("main a").FirstOrDefault(each => each.TextContent.Trim() == "Ouder")?.GetAttribute("href");
        }

        Assert.True(numbers.Count > 50, $"{numbers.Count} is one page.");
        Assert.Equal(numbers.Distinct(), numbers);
    }

    [Fact]
    public async Task Files_HoldWhatTheFilterAsks()
    {
        var person = await site.PersonAsync("baarle-nassau", MembershipRole.Reader, MembershipRole.Contributor);
        using var auditor = await site.AsAsync("Rosa Blom");
        var filter = "?organisatie=baarle-nassau&gebeurtenis=MembershipApproved";

        using var csv = await auditor.RawAsync(HttpMethod.Get, $"{Page}.csv{filter}");
        var lines = (await csv.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        using var json = await auditor.RawAsync(HttpMethod.Get, $"{Page}.jsonl{filter}");
        var entries = (await json.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
        Assert.Equal(3, lines.Length);
        Assert.All(lines[1..], line => Assert.Contains("Rol toegekend", line, StringComparison.Ordinal));
        Assert.Equal(2, entries.Count);
        Assert.All(entries, each => Assert.Equal(person.Id.Value, each.GetProperty("change").GetProperty("person").GetProperty("value").GetGuid()));
        Assert.All(entries, each => Assert.Equal("Baarle-Nassau", each.GetProperty("subjectName").GetString()));
    }

    [Fact]
    public async Task Look_OfAnAuditor_StandsInTheLedgerOfTheOrganisationOnce()
    {
        using var auditor = await site.AsAsync("Rosa Blom");
        await auditor.OpenAsync($"{Page}?organisatie=bunnik");
        await auditor.OpenAsync($"{Page}?organisatie=bunnik&woord=iets");
        (await auditor.RawAsync(HttpMethod.Get, $"{Page}.csv?organisatie=bunnik")).Dispose();
        var coordinator = await site.PersonAsync("bunnik", MembershipRole.Coordinator);
        using var visitor = await site.AsAsync(coordinator);

        var seen = (await visitor.OpenAsync("/mijn/organisatie/logboek?toon=gezien")).QuerySelectorAll("tbody tr")
            .Where(row => row.TextContent.Contains("Bunnik", StringComparison.Ordinal)).ToList();

        Assert.Equal(2, seen.Count);
        Assert.All(seen, row => Assert.Contains("Rosa Blom", row.TextContent, StringComparison.Ordinal));
        Assert.Contains("ledger export", seen[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Rol toegekend", (await visitor.OpenAsync("/mijn/organisatie/logboek")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnLedger_ShowsNothingOfAnotherOrganisation()
    {
        await site.PersonAsync("urk", MembershipRole.Reader);
        var coordinator = await site.PersonAsync("borne", MembershipRole.Coordinator);
        using var visitor = await site.AsAsync(coordinator);

        Assert.DoesNotContain("Urk", (await visitor.OpenAsync("/mijn/organisatie/logboek")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_SeenByAPlatformManager_AreNotedForTheirOrganisation()
    {
        var asker = await site.PersonAsync();
        await site.AskAsync(asker, "vlieland", MembershipRole.Coordinator);
        using var manager = await site.AsAsync("Pim Hendriks");

        await manager.OpenAsync("/beheer/aanmeldingen");

        Assert.Contains(await site.LedgerAsync(site.Organisation("vlieland").Value), each => each.Event == nameof(PrivateDataSeen));
    }

    [Theory]
    [InlineData(Page, HttpStatusCode.NotFound)]
    [InlineData(Page + ".csv", HttpStatusCode.NotFound)]
    [InlineData(Page + ".jsonl", HttpStatusCode.NotFound)]
    [InlineData("/mijn/organisatie/logboek", HttpStatusCode.Forbidden)]
    public async Task Get_ByAnyoneElse_SignsInOrIsRefused(string path, HttpStatusCode refused)
    {
        using var anonymous = site.Visit();
        await anonymous.OpenAsync(path);
        Assert.Contains("/inloggen?terug=", anonymous.Here, StringComparison.Ordinal);
        using var other = await site.AsAsync("Samira Yıldız");
        await other.OpenAsync(path, refused);
    }

    [Fact]
    public void Words_OfEveryEvent_ExistInBothLanguages()
    {
        var words = site.Services.GetRequiredService<LedgerWords>();
        Assert.Equal([], words.All.Where(each => each.Value is null).Select(each => each.Key));
        System.Globalization.CultureInfo.CurrentUICulture = new("en-GB");
        Assert.Equal([], words.All.Where(each => words[each.Key] == each.Value).Select(each => each.Key));
    }
}
