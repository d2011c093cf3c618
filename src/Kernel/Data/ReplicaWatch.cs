using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;
using Parelmuur.Kernel.Ledger;

namespace Parelmuur.Kernel.Data;

/// <summary>Knows whether the <see cref="Replica"/> has what this node knows: after each change it is behind, until it shows that it is not.</summary>
internal sealed class ReplicaWatch(Replica replica, string primary, ILogger<ReplicaWatch> log) : BackgroundService, ILedgerReader
{
    // A copy that took the place of the database has no place in the log that it follows, only one that it writes.
    private const string PlaceSql = "SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_insert_lsn() END";
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1), LookSoon = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private NpgsqlLogSequenceNumber needed = NpgsqlLogSequenceNumber.Invalid;
    private bool away;

    /// <inheritdoc/>
    public string Name => "replica";

    /// <inheritdoc/>
    public bool EveryNode => true;

    /// <inheritdoc cref="ILedgerReader.StartAsync"/>
    Task ILedgerReader.StartAsync(CancellationToken cancellation) => NeedAsync(cancellation);

    /// <inheritdoc/>
    public Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation) => NeedAsync(cancellation);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookAsync(stoppingToken);
            await Task.Delay(replica.KeepsUp || away ? LookEvery : LookSoon, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task NeedAsync(CancellationToken cancellation)
    {
        lock (gate)
        {
            replica.KeepsUp = false;
            needed = NpgsqlLogSequenceNumber.Invalid;
        }

        var place = await PlaceOfAsync(primary, cancellation);
        lock (gate)
            needed = place;
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            var place = await PlaceOfAsync(replica.Connection, cancellation);
            lock (gate)
                replica.KeepsUp = needed != NpgsqlLogSequenceNumber.Invalid && place >= needed;
            if (away)
                log.ReplicaBack();
            away = false;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
        catch (Exception error) when (error is NpgsqlException or TimeoutException)
        {
            replica.KeepsUp = false;
            if (!away)
                log.ReplicaAway(error.Message);
            away = true;
        }
    }

    private static async Task<NpgsqlLogSequenceNumber> PlaceOfAsync(string connection, CancellationToken cancellation)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(PlaceSql, open);
        return (NpgsqlLogSequenceNumber)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
