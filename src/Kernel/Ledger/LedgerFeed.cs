using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Parelmuur.Kernel.Ledger;

/// <summary>Brings each change to every reader: woken after a commit, and looking by itself twice a second.</summary>
/// <remarks>
/// Before the first request is served each reader has started. The wake-up only saves time; the positions are the truth.
/// </remarks>
internal sealed class LedgerFeed(
    IServiceScopeFactory scopes, IEnumerable<ILedgerReader> readers, LedgerSignal signal, LedgerPulse pulse, ILogger<LedgerFeed> log)
    : BackgroundService
{
    private const int BatchSize = 500;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    // A machine name can be longer than its place in the table; the rest makes two nodes on one machine differ.
    private readonly string node =
        $"{string.Concat(Environment.MachineName.Take(LedgerCursor.NodeLength - 33))}-{Guid.NewGuid():N}";
    private readonly ConcurrentDictionary<ILedgerReader, LedgerPosition> positions = new();

    // What one reader gets the next mostly gets too.
    private (LedgerPosition After, LedgerPosition End, IReadOnlyList<LedgerEntry> Entries) last = (default, default, []);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var alone = readers.Where(reader => reader.StartsAlone)
            .Select(reader => Task.Run(() => StartAsync(reader, cancellationToken), cancellationToken)).ToList();
        foreach (var reader in readers.Where(reader => !reader.StartsAlone))
            await StartAsync(reader, cancellationToken);
        await Task.WhenAll(alone);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await WithLog(async ledger =>
            {
                await ledger.GiveBackAsync(node, cancellationToken);
                return true;
            });
        }
#pragma warning disable CA1031 // The database may be away. Then the work is free when the lease ends.
        catch (Exception error)
#pragma warning restore CA1031
        {
            log.LeaseNotGivenBack(error.Message);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            LedgerPosition? end = null;
            foreach (var reader in readers)
            {
                try
                {
                    // All go equally far in one round, so that a later reader may count on what an earlier one did.
                    end ??= await WithLog(ledger => ledger.EndAsync(stoppingToken));
                    await CatchUpAsync(reader, end.Value, stoppingToken);
                    await reader.PassAsync(stoppingToken);
                    pulse.Went(reader.Name);
                }
                catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
                {
                    return;
                }
#pragma warning disable CA1031 // One reader in trouble, or a database that is away, must not stop the others.
                catch (Exception error)
#pragma warning restore CA1031
                {
                    pulse.GotStuck(reader.Name);
                    log.ReaderFailed(error, reader.Name);
                }
            }

            await signal.WaitAsync(LookEvery, stoppingToken);
        }
    }

    private async Task StartAsync(ILedgerReader reader, CancellationToken cancellation)
    {
        // The position comes first: what changes while the reader loads is offered once more.
        if (reader.EveryNode)
            positions[reader] = await WithLog(ledger => ledger.EndAsync(cancellation));
        var began = Stopwatch.GetTimestamp();
        await reader.StartAsync(cancellation);
        log.ReaderReady(reader.Name, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    private async Task CatchUpAsync(ILedgerReader reader, LedgerPosition end, CancellationToken cancellation)
    {
        while (true)
        {
            var position = reader.EveryNode
                ? positions[reader]
                : await WithLog(ledger => ledger.TakeAsync(reader.Name, node, cancellation));
            if (position is null || position == end)
                return;

            if ((last.After, last.End) != (position.Value, end))
                last = (position.Value, end, await WithLog(ledger => ledger.NextAsync(position.Value, end, BatchSize, cancellation)));
            var entries = last.Entries;
            if (entries.Count == 0)
                return;

            await reader.ReadAsync(entries, cancellation);
            if (reader.EveryNode)
                positions[reader] = entries[^1].Position;
            else
                await WithLog(async ledger =>
                {
                    await ledger.KeepAsync(reader.Name, node, entries[^1].Position, cancellation);
                    return true;
                });
        }
    }

    private async Task<T> WithLog<T>(Func<LedgerLog, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        var answer = await work(scope.ServiceProvider.GetRequiredService<LedgerLog>());
        pulse.Heard();
        return answer;
    }
}
