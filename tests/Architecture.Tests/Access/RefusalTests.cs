using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Parelmuur.Architecture.Tests.Access;

/// <summary>What somebody who is refused reads, and what the log tells of it.</summary>
public sealed class RefusalTests(ParelmuurApp site) : IClassFixture<ParelmuurApp>
{
    [Theory]
    [InlineData("Eva Mulder", "/oplossingen/vroegbel/vraag", "Sluit je eerst aan bij je organisatie")]
    [InlineData("Rosa Blom", "/mijn/organisatie", "Sluit je eerst aan bij je organisatie")]
    [InlineData("Lotte Kramer", "/voornemens/nieuw", "Hiervoor ben je bijdrager")]
    [InlineData("Samira Yıldız", "/mijn/organisatie/leden", "Dit doet jullie coördinator")]
    public async Task Person_WhoLacksARole_ReadsWhichAndWhereToAskForIt(string name, string path, string heading)
    {
        using var person = await site.AsAsync(name);

        var page = await person.OpenAsync(path, HttpStatusCode.Forbidden);

        Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("main [href='/mijn/organisaties']"));
    }

    [Fact]
    public async Task Log_TellsWhatWasRefused_AndNamesNobody()
    {
        var log = new KeptLog();
        site.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        using var samira = await site.AsAsync("Samira Yıldız");
        using var visitor = site.Visit();
        using var forged = new FormUrlEncodedContent([new("Form.Text", "Van elders")]);

        (await samira.RawAsync(HttpMethod.Get, "/mijn/organisatie/leden")).Dispose();
        (await samira.RawAsync(HttpMethod.Get, "/logboek")).Dispose();
        (await samira.RawAsync(HttpMethod.Post, "/oplossingen/vroegbel/vraag", forged)).Dispose();
        (await visitor.RawAsync(HttpMethod.Get, "/bestaat-niet")).Dispose();

        var refused = log.Lines.Where(line => line.StartsWith("Refused with", StringComparison.Ordinal)).ToList();
        Assert.Collection(
            refused,
            line => Assert.Matches("^Refused with 403: GET mijn/organisatie/leden for [0-9a-f-]{36} $", line),
            line => Assert.Matches("^Refused with 404: GET logboek for [0-9a-f-]{36} $", line),
            line => Assert.Matches(@"^Refused with 400: POST oplossingen/\{slug\}/vraag for [0-9a-f-]{36} $", line));
        Assert.DoesNotContain(refused, line => line.Contains("vroegbel", StringComparison.Ordinal) || line.Contains("Samira", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Log_IsNotFloodedByWhoIsRefusedOften()
    {
        await using var flooded = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite, withSamples: true, "--Api:RequestsPerMinute=1");
        var log = new KeptLog();
        flooded.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);

        for (var times = 0; times < 300; times++)
            (await flooded.Client.GetAsync(new Uri("/api/v1/municipalities?pageSize=1", UriKind.Relative))).Dispose();

        Assert.InRange(log.Lines.Count(line => line.StartsWith("Refused with 429: GET /api/v1/municipalities", StringComparison.Ordinal)), 100, 240);
    }
}
