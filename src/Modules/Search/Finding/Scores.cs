using System.Runtime.Intrinsics;

namespace Parelmuur.Search.Finding;

/// <summary>A number per entry of which only the touched ones cost anything.</summary>
internal sealed class Scores
{
    private float[] values = [];
    private int[] touched = [];
    private int count;

    /// <summary>The entries with a number, in order of first touch.</summary>
    public ReadOnlySpan<int> Touched => touched.AsSpan(0, count);

    public float this[int document] => values[document];

    public void Fit(int capacity)
    {
        if (values.Length >= capacity)
            return;
        values = new float[capacity + (capacity / 8)];
        touched = new int[values.Length];
    }

    /// <summary>The numbers of all entries of one word of bits.</summary>
    public Span<Vector256<float>> Lanes(int word) => Index.Lanes.Of(values, word);

    public void Add(int document, float value)
    {
        ref var place = ref values[document];
        if (place == 0)
            touched[count++] = document;
        place += value;
    }

    public void Raise(int document, float value)
    {
        ref var place = ref values[document];
        if (place == 0)
            touched[count++] = document;
        place = Math.Max(place, value);
    }

    /// <summary>The number of an entry, which has none from then on.</summary>
    public float Take(int document)
    {
        var value = values[document];
        if (value != 0)
            values[document] = 0;
        return value;
    }

    public void Clear()
    {
        foreach (var document in Touched)
            values[document] = 0;
        count = 0;
    }
}
