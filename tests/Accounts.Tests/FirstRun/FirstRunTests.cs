using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Parelmuur.Accounts.FirstRun;
using Parelmuur.Kernel.Modules;

namespace Parelmuur.Accounts.Tests.FirstRun;

/// <summary>An empty site gets its first platform manager, once.</summary>
public sealed class FirstRunTests : IAsyncLifetime
{
    private ParelmuurApp site = null!;

    public async Task InitializeAsync() => site = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite, withSamples: false);

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task Link_InTheLog_MakesTheFirstManagerOnce()
    {
        var link = await LinkAsync();
        using var visitor = site.Visit();
        var again = await visitor.SubmitAsync(
            await visitor.OpenAsync(link), "Maak mijn account", HttpStatusCode.BadRequest,
            ("Form.FullName", "Ada Kok"), ("Form.Email", "ada@eerste.example"), ("Form.Password", "welkom welkom welkom"));
        Assert.Contains("makkelijk te raden", again.Body!.TextContent, StringComparison.Ordinal);

        await visitor.SubmitAsync(again, "Maak mijn account", HttpStatusCode.OK, ("Form.Password", NewPeople.Password));
        Assert.Equal("/mijn/beveiliging/tweede-stap", visitor.Here);
        Assert.Contains("Een deel van je rollen slaapt", (await visitor.OpenAsync("/mijn")).Body!.TextContent, StringComparison.Ordinal);

        using var second = site.Visit();
        await second.OpenAsync(link, HttpStatusCode.NotFound);
        Assert.Null(await StartAgainAsync());
    }

    [Theory]
    [InlineData("/eerste-start")]
    [InlineData("/eerste-start?code=onzin")]
    public async Task Page_WithoutTheCode_IsNotFound(string path)
    {
        using var visitor = site.Visit();
        await visitor.OpenAsync(path, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Code_IsKeptHashedAndReplacedAtTheNextStart()
    {
        var old = await LinkAsync();
        await using var scope = site.Services.CreateAsyncScope();
        var kept = Assert.Single(await scope.ServiceProvider.GetRequiredService<AccountsDb>().SetupCodes.ToListAsync());
        Assert.DoesNotContain(kept.Hash, old, StringComparison.Ordinal);
        Assert.Equal(kept.Hash, SetupCode.HashOf(old[(old.IndexOf('=', StringComparison.Ordinal) + 1)..]));

        var next = await StartAgainAsync();
        using var visitor = site.Visit();
        await visitor.OpenAsync(old, HttpStatusCode.NotFound);
        await visitor.OpenAsync(next!);
    }

    [Fact]
    public async Task Manager_MadeOfAnAccountThatNobodyConfirmed_ChoosesAnotherPassword()
    {
        const string email = "ada@eerste.example", theirs = "woorden van een vreemde 9 vissen";
        using var stranger = site.Visit();
        await stranger.SubmitAsync(
            "/account-maken", "Maak mijn account", ("Form.FullName", "Eerste Vreemde"), ("Form.Email", email), ("Form.Password", theirs));
        await using var scope = site.Services.CreateAsyncScope();

        var link = await scope.ServiceProvider.GetRequiredService<IFirstManager>().MakeAsync("Ada Kok", email, default);

        await stranger.SubmitAsync(
            await stranger.OpenAsync("/inloggen"), "Log in", HttpStatusCode.BadRequest, ("Form.Email", email), ("Form.Password", theirs));
        using var manager = site.Visit();
        await manager.SubmitAsync(new Uri(link!).PathAndQuery, "Bewaar mijn wachtwoord", ("Form.Password", NewPeople.Password));
        var mine = await manager.SubmitAsync("/inloggen", "Log in", ("Form.Email", email), ("Form.Password", NewPeople.Password));
        Assert.Equal("Hallo Ada Kok", mine.QuerySelector("h1")!.TextContent);
        Assert.Contains("Een deel van je rollen slaapt", mine.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SampleSite_OffersNothing()
    {
        await using var samples = await ParelmuurApp.StartAsync(DatabaseKind.Sqlite);
        await using var scope = samples.Services.CreateAsyncScope();
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<AccountsDb>().SetupCodes.ToListAsync());
    }

    // The site of a test started already; a second start writes the link where the test can read it.
    private async Task<string> LinkAsync() => await StartAgainAsync() ?? throw new InvalidOperationException("There is no link.");

    private async Task<string?> StartAgainAsync()
    {
        var log = new Kept();
        var offer = new OfferSetup(
            site.Services.GetRequiredService<IServiceScopeFactory>(), site.Services.GetRequiredService<Site>(),
            site.Services.GetRequiredService<SiteAddress>(), log);
        await offer.StartedAsync(default);
        return log.Line is { } line ? new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..]).PathAndQuery : null;
    }

    private sealed class Kept : ILogger<OfferSetup>
    {
        public string? Line { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Line = formatter(state, exception);
    }
}
