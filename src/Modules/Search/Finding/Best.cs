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
        sorted.Sort(Compare);
        return sorted[..Math.Min(size, count)].ToArray().Select(entry => (entry.Document, entry.Key));
    }

    // Brings the best to the front, parting again and again the side where the border lies.
    private void KeepBetterHalf()
    {
        var (from, to) = (0, count - 1);
        while (from < to)
        {
            var (low, high, middle) = (from, to, kept[(from + to) / 2]);
            while (low <= high)
            {
                while (Compare(kept[low], middle) < 0)
                    low++;
                while (Compare(middle, kept[high]) < 0)
                    high--;
                if (low <= high)
                    (kept[low], kept[high]) = (kept[high--], kept[low++]);
            }

            (from, to) = size - 1 <= high ? (from, high) : size - 1 >= low ? (low, to) : (size, size);
        }

        count = size;
        (Least, leastId) = (kept[size - 1].Key, kept[size - 1].Id);
    }

    // Negative when the left one is better.
    private int Compare(Kept left, Kept right) => left.Key != right.Key
        ? right.Key.CompareTo(left.Key)
        : left.Id != right.Id
            ? left.Id.CompareTo(right.Id)
            : snapshot[left.Document].Id.CompareTo(snapshot[right.Document].Id);

    /// <summary>An entry that is kept.</summary>
    /// <param name="Key">Higher is better.</param>
    /// <param name="Id">See <see cref="Snapshot.IdStart"/>.</param>
    /// <param name="Document">Its number.</param>
    private readonly record struct Kept(double Key, ulong Id, int Document);
}
