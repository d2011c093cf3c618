namespace Parelmuur.Search.Finding;

/// <summary>Per entry what it earns and how much of the question it answers; only the touched ones cost anything.</summary>
internal sealed class Totals
{
    private (float Total, float Covered)[] values = [];
    private int[] touched = [];
    private int count;

    /// <summary>The entries that earned something, in order of first touch.</summary>
    public ReadOnlySpan<int> Touched => touched.AsSpan(0, count);

    /// <summary>The most of the question that one entry answers.</summary>
    public float HighestCovered()
    {
        var highest = 0f;
        foreach (var document in Touched)
            highest = Math.Max(highest, values[document].Covered);
        return highest;
    }

    public (float Total, float Covered) this[int document] => values[document];

    public bool Has(int document) => values[document].Total != 0;

    public void Fit(int capacity)
    {
        if (values.Length >= capacity)
            return;
        values = new (float, float)[capacity + (capacity / 8)];
        touched = new int[values.Length];
    }

    public void Add(int document, float earned, float covered)
    {
        ref var place = ref values[document];
        if (place.Total == 0)
            touched[count++] = document;
        place.Total += earned;
        place.Covered += covered;
    }

    public void Clear()
    {
        foreach (var document in Touched)
            values[document] = default;
        count = 0;
    }
}
