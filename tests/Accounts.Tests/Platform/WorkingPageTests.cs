using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Parelmuur.Accounts.Platform;
using Parelmuur.Kernel.Watching;

namespace Parelmuur.Accounts.Tests.Platform;

/// <summary>How the site does, for platform managers.</summary>
public sealed class WorkingPageTests
{
    [Theory, OnEachDatabase]
    public async Task Get_CountsWhatWasOpened_ByKindAndNotByPerson(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind);
        using var visitor = site.Visit();
        await visitor.OpenAsync("/oplossingen/vroegbel");
        await visitor.OpenAsync("/oplossingen/vroegbel");
        await visitor.OpenAsync("/oplossingen/bestaat-niet", HttpStatusCode.NotFound);
        await visitor.OpenAsync("/zoeken?q=qqqzzz");
        using var pim = await site.AsAsync("Pim Hendriks");
        var usage = site.Services.GetRequiredService<UsageCounter>();

        await Until.TrueAsync(async () =>
        {
            await usage.WriteAsync(CancellationToken.None);
            var seen = await pim.OpenAsync("/beheer/werking");
            return Opened(seen, "/oplossingen/{slug}") == 2 && seen.Body!.TextContent.Contains("Herinneren aan tips", StringComparison.Ordinal);
        });
        await usage.WriteAsync(CancellationToken.None);
        var page = await pim.OpenAsync("/beheer/werking");

        Assert.Equal(2, Opened(page, "/oplossingen/{slug}"));
        Assert.Contains("Alles werkt.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("niets gevonden", page.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("qqqzzz", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Herinneren aan tips", page.QuerySelector("#taken")!.ParentElement!.TextContent, StringComparison.Ordinal);
        using var omar = await site.AsAsync("Omar Bensaïd");
        await omar.OpenAsync("/beheer/werking", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_WhenSomethingIsWrong_SaysItInWords()
    {
        await using var site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite, withSamples: true, "--VirusScanner=/tmp/there-is-no-scanner.sock");
        using var visitor = site.Visit();
        using var broken = await visitor.RawAsync(HttpMethod.Get, "/fout/500");
        Assert.Equal(HttpStatusCode.InternalServerError, broken.StatusCode);
        using var pim = await site.AsAsync("Pim Hendriks");

        var page = await pim.OpenAsync("/beheer/werking");

        Assert.Contains("De virusscanner antwoordt niet.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 verzoek mislukte het laatste uur", page.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Alles werkt.", page.Body.TextContent, StringComparison.Ordinal);
        var checks = site.Services.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations.Select(each => each.Name);
        Assert.Equal(checks.Order(), WorkingModel.Meanings.Keys.Order());
    }

    private static int Opened(IDocument page, string kind) =>
        page.QuerySelectorAll("tr").Where(row => row.QuerySelector("th")?.TextContent == kind)
            .Select(row => int.Parse(row.QuerySelector("td")!.TextContent, CultureInfo.InvariantCulture)).SingleOrDefault();
}
