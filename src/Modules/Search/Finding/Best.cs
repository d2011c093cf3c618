using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>Keeps the best so many of all entries offered.</summary>
/// <remarks>Equal keys are ordered by id, so that pages never overlap and every node gives the same order.</remarks>
internal sealed class Best(Snapshot snapshot, int size)
{
    // A heap with the worst on top, by hand: it is in the innermost loop.
    private readonly (double Key, int Document)[] heap = new (double, int)[size];
    private int count;

    public void Offer(int document, double key)
    {
        var offered = (key, document);
        if (count < size)
            Rise(count++, offered);
        else if (size > 0 && key >= heap[0].Key && IsWorse(heap[0], offered))
            Sink(offered);
    }

    /// <summary>The kept entries, best first.</summary>
    public List<(int Document, double Key)> Take() => [.. heap.AsSpan(0, count).ToArray()
        .Select(kept => (kept.Document, kept.Key))
        .OrderByDescending(kept => kept.Key)
        .ThenBy(kept => snapshot[kept.Document].Id)];

    private void Rise(int at, (double Key, int Document) offered)
    {
        for (; at > 0 && IsWorse(offered, heap[(at - 1) / 2]); at = (at - 1) / 2)
            heap[at] = heap[(at - 1) / 2];
        heap[at] = offered;
    }

    private void Sink((double Key, int Document) offered)
    {
        var at = 0;
        while ((2 * at) + 1 < count)
        {
            var child = (2 * at) + 1;
            if (child + 1 < count && IsWorse(heap[child + 1], heap[child]))
                child++;
            if (!IsWorse(heap[child], offered))
                break;
            heap[at] = heap[child];
            at = child;
        }

        heap[at] = offered;
    }

    private bool IsWorse((double Key, int Document) left, (double Key, int Document) right) => left.Key != right.Key
        ? left.Key < right.Key
        : snapshot[left.Document].Id.CompareTo(snapshot[right.Document].Id) > 0;
}
