using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>The entries that match, and the best of those that pass the filters.</summary>
internal sealed class Harvest(Snapshot snapshot, Filters filters, int size)
{
    private readonly ulong[] matched = new ulong[Bits.Words(snapshot.Capacity)];

    /// <summary>All that match, whatever the filters say.</summary>
    public Span<ulong> Matched => matched;

    /// <summary>How many passed the filters.</summary>
    public int Total { get; private set; }

    public Best Best { get; } = new(snapshot, size);

    /// <summary>What matches and passes the filters.</summary>
    public ReadOnlySpan<ulong> Passing()
    {
        var passing = filters.AreNone ? matched : [.. matched];
        filters.Keep(passing);
        Total = Bits.Count(passing);
        return passing;
    }
}
