using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Parelmuur.Kernel.Modules;

namespace Parelmuur.Kernel.Ledger;

/// <summary>How this node and its database get along, as the feed of the ledger sees it twice a second.</summary>
public sealed class LedgerPulse
{
    // Twenty times as long as the feed waits between two looks: a busy machine or a long import is not the same as a database that is away.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, byte> stuck = new(StringComparer.Ordinal);
    private readonly TimeProvider time;
    private long heard;

    /// <summary>Begins as if the database had just answered.</summary>
    public LedgerPulse(TimeProvider time, IMeterFactory meters)
    {
        this.time = time;
        heard = time.GetTimestamp();
        var meter = meters.Create(SiteMeter.Name);
        meter.CreateObservableGauge("parelmuur.ledger.silence", () => SilentFor.TotalSeconds, "s", "How long ago the database last answered.");
        meter.CreateObservableGauge("parelmuur.ledger.stuck", () => stuck.Count, "{reader}", "Readers of the ledger that cannot go on.");
    }

    /// <summary>How long ago the database last answered.</summary>
    public TimeSpan SilentFor => time.GetElapsedTime(Volatile.Read(ref heard));

    /// <summary>Whether the database does not answer.</summary>
    public bool IsAway => SilentFor > Silence;

    /// <summary>The readers that could not go on the last time they tried, by name.</summary>
    public IReadOnlyCollection<string> Stuck => [.. stuck.Keys.Order(StringComparer.Ordinal)];

    internal void Heard() => Volatile.Write(ref heard, time.GetTimestamp());

    internal void Went(string reader) => stuck.TryRemove(reader, out _);

    internal void GotStuck(string reader) => stuck[reader] = 0;
}
