using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>Takes in the entries that match: filters, counts and keeps the best.</summary>
internal sealed class Harvest(Snapshot snapshot, Filters filters, FacetCounts facets, int size)
{
    private readonly Best best = new(snapshot, size);

    /// <summary>How many passed the filters.</summary>
    public int Total { get; private set; }

    public List<(int Document, double Key)> Best() => best.Take();

    public void Offer(Part part, int document, double key)
    {
        var refusal = filters.AreEmpty ? Filters.Passes : filters.OnlyRefusal(part.Segment, document);
        if (refusal == Filters.RefusedTwice)
            return;
        facets.Add(part.Segment, document, refusal);
        if (refusal != Filters.Passes)
            return;
        Total++;
        best.Offer(part.Base + document, key);
    }
}
