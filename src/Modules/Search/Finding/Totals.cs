using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>Per entry what it earns and how much of the question it answers; only the touched ones cost anything.</summary>
internal sealed class Totals
{
    private (float Total, float Covered)[] values = [];
    private ulong[] touched = [];

    /// <summary>The most of the question that one entry answers.</summary>
    public float HighestCovered { get; private set; }

    /// <summary>The entries that earned something, a bit each.</summary>
    public ReadOnlySpan<ulong> Touched => touched;

    public (float Total, float Covered) this[int document] => values[document];

    public bool Has(int document) => values[document].Total != 0;

    public void Fit(int capacity)
    {
        if (values.Length >= capacity)
            return;
        touched = new ulong[Bits.Words(capacity + (capacity / 8))];
        values = new (float, float)[touched.Length * Bits.PerWord];
    }

    /// <summary>Adds what entries earn by a concept.</summary>
    /// <param name="documents">The entries.</param>
    /// <param name="earned">The part of the score of each, above 0.</param>
    /// <param name="most">The weight of the concept: the most of the question that an entry can answer by it.</param>
    public void Add(ReadOnlySpan<int> documents, ReadOnlySpan<float> earned, float most)
    {
        // In local variables, so that the processor keeps them at hand.
        var (places, highest) = (values, HighestCovered);
        var (word, bits) = (0, 0UL);
        for (var at = 0; at < documents.Length && at < earned.Length; at++)
        {
            ref var place = ref places[documents[at]];
            place.Total += earned[at];
            place.Covered += Math.Min(most, earned[at] / Ranking.FullAnswer);
            if (place.Covered > highest)
                highest = place.Covered;
            // Neighbours mostly share a word of bits: that is written once.
            if (Bits.Word(documents[at]) != word)
            {
                touched[word] |= bits;
                (word, bits) = (Bits.Word(documents[at]), 0);
            }

            bits |= Bits.One(documents[at]);
        }

        touched[word] |= bits;
        HighestCovered = highest;
    }

    /// <summary>Puts the entries in a set that answer at least so much of the question.</summary>
    public void Select(float covered, Span<ulong> entries)
    {
        for (var word = 0; word < entries.Length; word++)
        {
            var kept = 0UL;
            for (var rest = touched[word]; rest != 0; rest &= rest - 1)
            {
                if (values[Bits.First(word, rest)].Covered >= covered)
                    kept |= rest & (0 - rest);
            }

            entries[word] = kept;
        }
    }

    public void Clear()
    {
        for (var word = 0; word < touched.Length; word++)
        {
            if (touched[word] == 0)
                continue;
            touched[word] = 0;
            values.AsSpan(word * Bits.PerWord, Bits.PerWord).Clear();
        }

        HighestCovered = 0;
    }
}
