using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Searching;

/// <summary>Counts searches that found nothing, and writes the counts down now and then.</summary>
/// <remarks>
/// Whoever searches does not wait for it, and it stays small whatever people ask: so many different texts in memory and in
/// the database, and no more.
/// </remarks>
internal sealed partial class MissedSearches(
    IServiceScopeFactory scopes, IOrganisations organisations, TimeProvider time, ILogger<MissedSearches> log) : BackgroundService
{
    /// <summary>How many different texts are kept.</summary>
    public const int MostRows = 10_000;

    private const int MostWaiting = 1_000;
    private static readonly TimeSpan Rhythm = TimeSpan.FromMinutes(1);

    private ConcurrentDictionary<string, int> waiting = new(StringComparer.Ordinal);

    /// <summary>Counts a search that found nothing, unless it says something about a person.</summary>
    public void Note(string asked)
    {
        var now = waiting;
        if (MissedSearch.Kept(asked) is { } text && (now.ContainsKey(text) || now.Count < MostWaiting))
            now.AddOrUpdate(text, 1, (_, times) => times + 1);
    }

    /// <summary>Writes down what was counted.</summary>
    public async Task WriteAsync(CancellationToken cancellation)
    {
        if (waiting.IsEmpty)
            return;
        var counted = Interlocked.Exchange(ref waiting, new(StringComparer.Ordinal));
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
        var room = MostRows - await db.MissedSearches.CountAsync(cancellation);
        var today = organisations.Today;
        foreach (var (text, times) in counted)
        {
            var known = await db.MissedSearches.Where(each => each.Text == text).ExecuteUpdateAsync(
                missed => missed.SetProperty(each => each.Times, each => each.Times + times).SetProperty(each => each.LastOn, today), cancellation);
            if (known == 0 && room-- > 0)
            {
                // Another node may have added it in between.
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO catalogue_missed_searches (text, times, last_on) VALUES ({text}, {times}, {today})
                    ON CONFLICT (text) DO UPDATE SET times = catalogue_missed_searches.times + excluded.times, last_on = excluded.last_on
                    """,
                    cancellation);
            }
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryWriteAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rhythm, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryWriteAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The site stops; what is left is written then.
        }
    }

    // Losing some counts is no harm; stopping the site over them would be.
    private async Task TryWriteAsync(CancellationToken cancellation)
    {
        try
        {
            await WriteAsync(cancellation);
        }
        catch (Exception error) when (error is DbException or InvalidOperationException or DbUpdateException)
        {
            NotWritten(log, error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Searches without a result could not be written down")]
    private static partial void NotWritten(ILogger log, Exception error);
}
