using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>Keeps the best so many of all entries offered.</summary>
/// <remarks>Equal keys are ordered by id, so that pages never overlap and every node gives the same order.</remarks>
internal sealed class Best(Snapshot snapshot, int size)
{
    // Room for twice as many: only when it is full the better half is told apart.
    private readonly (double Key, int Document)[] kept = new (double, int)[2 * size];
    private double least = size == 0 ? double.PositiveInfinity : double.NegativeInfinity;
    private int count;

    public void Offer(int document, double key)
    {
        if (key < least)
            return;
        kept[count++] = (key, document);
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
        least = kept[size - 1].Key;
    }

    // Negative when the left one is better.
    private int Compare((double Key, int Document) left, (double Key, int Document) right) => left.Key != right.Key
        ? right.Key.CompareTo(left.Key)
        : snapshot[left.Document].Id.CompareTo(snapshot[right.Document].Id);
}
