using System.Collections.Concurrent;

namespace Parelmuur.Kernel.Ledger;

/// <summary>How this node and its database get along, as the feed of the ledger sees it twice a second.</summary>
/// <param name="time">The clock.</param>
public sealed class LedgerPulse(TimeProvider time)
{
    // Ten times as long as the feed waits between two looks.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, byte> stuck = new(StringComparer.Ordinal);
    private long heard = time.GetTimestamp();

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
