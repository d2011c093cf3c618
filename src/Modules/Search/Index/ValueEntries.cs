namespace Parelmuur.Search.Index;

/// <summary>The entries of a segment that have one value: a list when they are few, a bit each when they are many.</summary>
internal readonly struct ValueEntries
{
    private const int BitsPerNumber = 32;

    private readonly int[]? few;
    private readonly ulong[]? many;

    private ValueEntries(int[] few, int count)
    {
        if (few.Length * BitsPerNumber <= count)
        {
            this.few = few;
            return;
        }

        many = new ulong[Bits.Words(count)];
        foreach (var document in few)
            Bits.Add(many, document);
    }

    /// <summary>Turns a column around: per value its entries.</summary>
    public static ValueEntries[] Of(FacetColumn column, int entries, int values)
    {
        var lists = new List<int>[values];
        for (var value = 0; value < values; value++)
            lists[value] = [];
        for (var document = 0; document < entries; document++)
        {
            foreach (var value in column.Of(document))
                lists[value].Add(document);
        }

        return [.. lists.Select(list => new ValueEntries([.. list], entries))];
    }

    public void AddTo(Span<ulong> entries)
    {
        foreach (var document in few ?? [])
            Bits.Add(entries, document);
        for (var word = 0; word < many?.Length; word++)
            entries[word] |= many[word];
    }

    /// <summary>How many entries of a set have the value.</summary>
    public int CountIn(ReadOnlySpan<ulong> entries)
    {
        if (many is not null)
            return Bits.CountBoth(many, entries[..many.Length]);
        var count = 0;
        foreach (var document in few ?? [])
            count += Bits.Has(entries, document) ? 1 : 0;
        return count;
    }
}
