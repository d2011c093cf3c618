using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Parelmuur.Kernel.Data;

namespace Parelmuur.Kernel.Watching;

/// <summary>Counts in memory which kinds of pages are asked for, and adds that to the database every minute and when the node stops.</summary>
/// <remarks>A node that is killed loses at most its last minute: these are statistics, and nobody was told that they are kept.</remarks>
public sealed class UsageCounter(IServiceScopeFactory scopes, TimeProvider time, ILogger<UsageCounter> log) : BackgroundService
{
    /// <summary>How long the days are kept.</summary>
    public const int KeptDays = 400;

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private ConcurrentDictionary<string, long> counts = new(StringComparer.Ordinal);

    /// <summary>Adds one.</summary>
    /// <param name="route">The pattern of the address.</param>
    public void Count(string route) => counts.AddOrUpdate(route, 1, (_, count) => count + 1);

    /// <summary>Adds what was counted to the day of today.</summary>
    public async Task WriteAsync(CancellationToken cancellation)
    {
        var counted = Interlocked.Exchange(ref counts, new(StringComparer.Ordinal));
        if (counted.IsEmpty)
            return;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
            var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            // Always in the same order: two nodes that add at the same moment wait for each other, and do not get in each other's way.
            foreach (var (route, asked) in counted.OrderBy(each => each.Key, StringComparer.Ordinal))
            {
                await db.Database.ExecuteSqlAsync(
                    $"""
                     INSERT INTO kernel_usage (day, route, asked) VALUES ({today}, {string.Concat(route.Take(DailyUsage.RouteLength))}, {asked})
                     ON CONFLICT (day, route) DO UPDATE SET asked = kernel_usage.asked + excluded.asked
                     """, cancellation);
            }

            var old = today.AddDays(-KeptDays);
            await db.Usage.Where(usage => usage.Day < old).ExecuteDeleteAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch
        {
            foreach (var (route, asked) in counted)
                counts.AddOrUpdate(route, asked, (_, count) => count + asked);
            throw;
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stoppingToken.IsCancellationRequested)
                await TryAsync(stoppingToken);
        }
    }

    private async Task TryAsync(CancellationToken cancellation)
    {
        try
        {
            await WriteAsync(cancellation);
        }
#pragma warning disable CA1031 // A database that is away comes back, and then gets what was counted meanwhile.
        catch (Exception error)
#pragma warning restore CA1031
        {
            log.UsageNotAdded(error);
        }
    }
}
