namespace Parelmuur.Search.Index;

/// <summary>Fills one <see cref="FacetColumn"/>; entries without value may be passed over.</summary>
internal sealed class FacetColumnBuilder
{
    private readonly List<int> starts = [0];
    private readonly List<ushort> values = [];

    public void Add(int document, ushort value)
    {
        while (starts.Count < document + 1)
            starts.Add(values.Count);
        if (starts.Count == document + 1)
            starts.Add(values.Count);
        for (var at = starts[document]; at < values.Count; at++)
        {
            if (values[at] == value)
                return;
        }

        values.Add(value);
        starts[^1] = values.Count;
    }

    public FacetColumn Build() => new([.. starts], [.. values]);
}
