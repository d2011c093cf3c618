using System.Runtime.Intrinsics;
using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>Per entry what it earns and how much of the question it answers; only the touched ones cost anything.</summary>
internal sealed class Totals
{
    private float[] totals = [];
    private float[] covered = [];
    private ulong[] touched = [];

    /// <summary>The most of the question that one entry answers.</summary>
    public float HighestCovered { get; private set; }

    /// <summary>The entries that earned something, a bit each.</summary>
    public Span<ulong> Touched => touched;

    /// <summary>How much of the question an entry answers, in the weights of its concepts.</summary>
    public float Covered(int document) => covered[document];

    public void Fit(int capacity)
    {
        if (totals.Length >= capacity)
            return;
        touched = new ulong[Bits.Words(capacity + (capacity / 8))];
        totals = new float[touched.Length * Bits.PerWord];
        covered = new float[totals.Length];
    }

    /// <summary>Adds what the entries of one word of bits earn by a concept.</summary>
    /// <param name="word">The number of the word.</param>
    /// <param name="bits">The entries that earn something.</param>
    /// <param name="earned">Their parts of the score before <paramref name="factor"/>, 0 for the others.</param>
    /// <param name="factor">What those are worth.</param>
    /// <param name="most">The weight of the concept: the most of the question that an entry can answer by it.</param>
    public void Add(int word, ulong bits, ReadOnlySpan<Vector256<float>> earned, float factor, float most)
    {
        var sums = Lanes.Of(totals, word);
        var shares = Lanes.Of(covered, word);
        var (limit, highest) = (Vector256.Create(most), Vector256<float>.Zero);
        foreach (var at in new EightReader(bits))
        {
            var mine = factor * earned[at];
            sums[at] += mine;
            shares[at] += Vector256.Min(limit, mine / Ranking.FullAnswer);
            highest = Vector256.Max(highest, shares[at]);
        }

        touched[word] |= bits;
        if (Vector256.GreaterThanAny(highest, Vector256.Create(HighestCovered)))
        {
            for (var lane = 0; lane < Vector256<float>.Count; lane++)
                HighestCovered = Math.Max(HighestCovered, highest[lane]);
        }
    }

    /// <summary>Puts the entries in a set that answer at least so much of the question.</summary>
    public void Select(float least, Span<ulong> entries)
    {
        for (var word = 0; word < entries.Length; word++)
        {
            if (touched[word] == 0)
                continue;
            var shares = Lanes.Of(covered, word);
            var kept = 0UL;
            for (var at = 0; at < shares.Length; at++)
                kept |= Lanes.Bit(Vector256.GreaterThanOrEqual(shares[at], Vector256.Create(least)), at);
            entries[word] = kept & touched[word];
        }
    }

    /// <summary>Offers the entries of a set to be among the best.</summary>
    /// <param name="entries">The set.</param>
    /// <param name="best">Who keeps them.</param>
    /// <param name="perCovered">How much more an entry counts for each part of the question that it answers.</param>
    public void Offer(ReadOnlySpan<ulong> entries, Best best, float perCovered)
    {
        Span<float> keys = stackalloc float[Bits.PerWord];
        var lanes = Lanes.Of(keys);
        for (var word = 0; word < entries.Length; word++)
        {
            if (entries[word] == 0)
                continue;
            var sums = Lanes.Of(totals, word);
            var shares = Lanes.Of(covered, word);
            var (least, good) = (Vector256.Create((float)best.Least), 0UL);
            for (var at = 0; at < lanes.Length; at++)
            {
                lanes[at] = sums[at] * (Vector256<float>.One + (perCovered * shares[at]));
                good |= Lanes.Bit(Vector256.GreaterThanOrEqual(lanes[at], least), at);
            }

            for (var rest = good & entries[word]; rest != 0; rest &= rest - 1)
            {
                var document = Bits.First(word, rest);
                best.Offer(document, keys[document % Bits.PerWord]);
            }
        }
    }

    public void Clear()
    {
        for (var word = 0; word < touched.Length; word++)
        {
            if (touched[word] == 0)
                continue;
            touched[word] = 0;
            Lanes.Of(totals, word).Clear();
            Lanes.Of(covered, word).Clear();
        }

        HighestCovered = 0;
    }
}
