using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>Keeps the best so many of all entries offered.</summary>
/// <remarks>Equal keys are ordered by id, so that pages never overlap and every node gives the same order.</remarks>
internal sealed class Best(Snapshot snapshot, int size)
{
    private readonly PriorityQueue<int, (double Key, Guid Id)> worstFirst = new(Comparer<(double Key, Guid Id)>.Create(Compare));

    public void Offer(int document, double key)
    {
        if (size == 0)
            return;
        if (worstFirst.Count < size)
        {
            worstFirst.Enqueue(document, (key, snapshot[document].Id));
            return;
        }

        worstFirst.TryPeek(out _, out var worst);
        if (key < worst.Key)
            return;
        worstFirst.EnqueueDequeue(document, (key, snapshot[document].Id));
    }

    /// <summary>The kept entries, best first.</summary>
    public List<(int Document, double Key)> Take()
    {
        List<(int, double)> best = new(worstFirst.Count);
        while (worstFirst.TryDequeue(out var document, out var priority))
            best.Add((document, priority.Key));
        best.Reverse();
        return best;
    }

    public static int Compare((double Key, Guid Id) left, (double Key, Guid Id) right)
    {
        var keys = left.Key.CompareTo(right.Key);
        return keys != 0 ? keys : right.Id.CompareTo(left.Id);
    }
}
