using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>Keeps the best so many of all entries offered.</summary>
/// <remarks>Equal keys are ordered by id, so that pages never overlap and every node gives the same order.</remarks>
internal sealed class Best(Snapshot snapshot, int size)
{
    // Room for twice as many: only when it is full the better half is told apart.
    private readonly Kept[] kept = new Kept[2 * size];
    private int count;
    private ulong leastId;

    /// <summary>What is offered with less is not kept.</summary>
    public double Least { get; private set; } = size == 0 ? double.PositiveInfinity : double.NegativeInfinity;

    public void Offer(int document, double key)
    {
        if (key < Least)
            return;
        var id = snapshot.IdStart(document);
        // Of very many equal ones most fall off at once.
        if (key == Least && id > leastId)
            return;
        kept[count++] = new Kept(key, id, document);
        if (count == kept.Length)
            KeepBetterHalf();
    }

    /// <summary>The kept entries, best first.</summary>
    public IEnumerable<(int Document, double Key)> Take()
    {
        var sorted = kept.AsSpan(0, count);
        sorted.Sort(new Better(snapshot));
        return sorted[..Math.Min(size, count)].ToArray().Select(entry => (entry.Document, entry.Key));
    }

    /// <summary>What the best so many of all have at least, when there is a group of entries for each of these keys that has it.</summary>
    /// <param name="highest">The highest key of each group; their order is lost.</param>
    public float FloorOf(ReadOnlySpan<float> highest)
    {
        if (size == 0 || highest.Length < size)
            return 0;
        float[] keys = [.. highest];
        Selection.BringForward(keys, size, default(Higher));
        return keys[size - 1];
    }

    private void KeepBetterHalf()
    {
        Selection.BringForward(kept.AsSpan(0, count), size, new Better(snapshot));
        count = size;
        (Least, leastId) = (kept[size - 1].Key, kept[size - 1].Id);
    }

    /// <summary>An entry that is kept.</summary>
    /// <param name="Key">Higher is better.</param>
    /// <param name="Id">See <see cref="Snapshot.IdStart"/>.</param>
    /// <param name="Document">Its number.</param>
    private readonly record struct Kept(double Key, ulong Id, int Document);

    private readonly struct Better(Snapshot snapshot) : IComparer<Kept>
    {
        public int Compare(Kept left, Kept right) => left.Key != right.Key
            ? right.Key.CompareTo(left.Key)
            : left.Id != right.Id
                ? left.Id.CompareTo(right.Id)
                : snapshot[left.Document].Id.CompareTo(snapshot[right.Document].Id);
    }

    private readonly struct Higher : IComparer<float>
    {
        public int Compare(float left, float right) => left > right ? -1 : left < right ? 1 : 0;
    }
}
