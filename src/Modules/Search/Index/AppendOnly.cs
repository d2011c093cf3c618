namespace Parelmuur.Search.Index;

/// <summary>A list that only grows: one writer at a time adds, any number of readers look without waiting.</summary>
/// <remarks>The count is published last, so a reader never sees a place that is not filled yet.</remarks>
internal sealed class AppendOnly<T>
{
    private T[] items = [];
    private int count;

    public int Count => Volatile.Read(ref count);

    public T this[int index] => Volatile.Read(ref items)[index];

    public ReadOnlySpan<T> Items
    {
        get
        {
            var published = Count;
            return Volatile.Read(ref items).AsSpan(0, published);
        }
    }

    public void Add(T item)
    {
        if (count == items.Length)
        {
            var larger = new T[Math.Max(2, count * 2)];
            items.CopyTo(larger, 0);
            Volatile.Write(ref items, larger);
        }

        items[count] = item;
        Volatile.Write(ref count, count + 1);
    }
}
