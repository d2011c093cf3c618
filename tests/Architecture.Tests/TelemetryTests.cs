using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Parelmuur.Architecture.Tests;

/// <summary>What a collector of the host receives over HTTP, and what it must not.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Collector_GetsNumbersAndTraces_AndNotWhatPeopleSearchOrWhatOpensSomething()
    {
        const string Secret = "geheimwoordvaneeninwoner";
        var received = new ConcurrentBag<(string Path, string Body)>();
        await using var collector = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]).Build();
        collector.MapPost("/{**path}", async (HttpRequest request, string path) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            received.Add((path, Encoding.Latin1.GetString(body.ToArray())));
        });
        await collector.StartAsync();
        await using (var site = await ParelmuurApp.StartAsync(
            DatabaseKind.Sqlite, withSamples: false, $"--OTEL_EXPORTER_OTLP_ENDPOINT={collector.Urls.Single()}",
            "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf", "--OTEL_METRIC_EXPORT_INTERVAL=200", "--OTEL_BSP_SCHEDULE_DELAY=200"))
        {
            await site.PageAsync($"/zoeken?q={Secret}");
            // A calendar, a link in a mail, one with its code in the query, one that was broken on the way, and then one to wait for.
            foreach (var path in (string[])[
                $"/agenda/{Secret}.ics", $"/klopt-nog/{Secret}", $"/account-maken/bevestigen?wie={Secret}&code={Secret}", $"/agendaa/{Secret}", "/wachtwoord-vergeten"])
                (await site.Client.GetAsync(new Uri(path, UriKind.Relative))).Dispose();
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
            while (!(Has("v1/metrics", "parelmuur.search.duration") && Has("v1/metrics", "parelmuur.ledger.silence")
                && ((string[])["zoeken", "klopt-nog/{code}", "wachtwoord-vergeten"]).All(each => Has("v1/traces", each))))
                await again.WaitForNextTickAsync(limit.Token);
        }

        Assert.DoesNotContain(received, each => each.Body.Contains(Secret, StringComparison.Ordinal));

        bool Has(string path, string text) => received.Any(each => each.Path == path && each.Body.Contains(text, StringComparison.Ordinal));
    }
}
