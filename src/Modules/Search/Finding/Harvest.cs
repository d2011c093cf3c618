using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>Takes in the entries that match and keeps the best of those that pass the filters.</summary>
internal sealed class Harvest(Snapshot snapshot, Filters filters, int size)
{
    private readonly Best best = new(snapshot, size);
    private readonly ulong[] matched = new ulong[Bits.Words(snapshot.Capacity)];

    /// <summary>All that match, whatever the filters say.</summary>
    public ReadOnlySpan<ulong> Matched => matched;

    public List<(int Document, double Key)> Best() => best.Take();

    public void Offer(int document, double key)
    {
        Bits.Add(matched, document);
        if (filters.Pass(document))
            best.Offer(document, key);
    }

    /// <summary>How many passed the filters.</summary>
    public int Total()
    {
        var passed = matched.AsSpan().ToArray();
        filters.Keep(passed);
        return Bits.Count(passed);
    }
}
