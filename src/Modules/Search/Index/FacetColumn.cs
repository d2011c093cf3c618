namespace Parelmuur.Search.Index;

/// <summary>The values of one facet for all entries of a segment, as numbers.</summary>
internal sealed class FacetColumn(int[] starts, ushort[] values)
{
    // Below this share of the entries it is faster to look each of them up, though they lie far apart in memory.
    private const int FewOf = 512;

    private ValueEntries[]? byValue;

    public static FacetColumn Empty { get; } = new([0], []);

    // Made when first asked for: many segments are merged into another before that.
    private ValueEntries[] ByValue => LazyInitializer.EnsureInitialized(
        ref byValue, () => ValueEntries.Of(this, starts.Length - 1, values.Length == 0 ? 0 : values.Max() + 1));

    /// <summary>The values of one entry.</summary>
    public ReadOnlySpan<ushort> Of(int document) => document + 1 >= starts.Length
        ? []
        : values.AsSpan(starts[document], starts[document + 1] - starts[document]);

    /// <summary>Adds the entries with a value to a set.</summary>
    public void AddTo(Span<ulong> entries, int value)
    {
        if ((uint)value < (uint)ByValue.Length)
            ByValue[value].AddTo(entries);
    }

    /// <summary>Adds to each value how many entries of a set have it.</summary>
    public void Count(ReadOnlySpan<ulong> entries, int size, Span<int> counts)
    {
        if (size < (starts.Length - 1) / FewOf)
        {
            foreach (var document in new BitReader(entries))
                CountOne(document, counts);
            return;
        }

        // A value that came in after the question began is not counted yet.
        var known = ByValue;
        for (var value = 0; value < Math.Min(known.Length, counts.Length); value++)
            counts[value] += known[value].CountIn(entries);
    }

    private void CountOne(int document, Span<int> counts)
    {
        foreach (var value in Of(document))
        {
            if (value < counts.Length)
                counts[value]++;
        }
    }
}
