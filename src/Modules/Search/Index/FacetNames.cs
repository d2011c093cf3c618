namespace Parelmuur.Search.Index;

/// <summary>The numbers of facets and of their values; only grows.</summary>
internal sealed class FacetNames
{
    private readonly Dictionary<string, Facet> facets = new(StringComparer.Ordinal);
    private readonly Lock adding = new();

    /// <summary>The facet, or null when no entry has it.</summary>
    public Facet? Find(string name)
    {
        lock (adding)
            return facets.GetValueOrDefault(name);
    }

    public Facet Get(string name)
    {
        lock (adding)
        {
            if (!facets.TryGetValue(name, out var facet))
                facets.Add(name, facet = new Facet(facets.Count));
            return facet;
        }
    }

    public int Count
    {
        get
        {
            lock (adding)
                return facets.Count;
        }
    }
}

/// <summary>One facet with the numbers of its values.</summary>
internal sealed class Facet(int number)
{
    private const int MostValues = ushort.MaxValue;

    private readonly Dictionary<string, ushort> numbers = new(StringComparer.Ordinal);
    private readonly AppendOnly<string> values = new();
    private readonly Lock adding = new();

    public int Number { get; } = number;

    public int Count => values.Count;

    public string this[int value] => values[value];

    /// <summary>The number of a value, or -1 when no entry has it.</summary>
    public int Find(string value)
    {
        lock (adding)
            return numbers.TryGetValue(value, out var found) ? found : -1;
    }

    public ushort Get(string value)
    {
        lock (adding)
        {
            if (numbers.TryGetValue(value, out var known))
                return known;
            if (values.Count == MostValues)
                throw new InvalidOperationException("A facet holds at most 65,535 different values.");
            numbers.Add(value, (ushort)values.Count);
            values.Add(value);
            return (ushort)(values.Count - 1);
        }
    }
}
