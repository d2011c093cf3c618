using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>Per entry what it earns and how much of the question it answers; only the touched ones cost anything.</summary>
internal sealed class Totals
{
    private float[] totals = [];
    private float[] covered = [];
    private ulong[] touched = [];
    private float[] highestKeys = [];

    /// <summary>The most of the question that one entry answers.</summary>
    public float HighestCovered { get; private set; }

    /// <summary>The entries that earned something, a bit each.</summary>
    public Span<ulong> Touched => touched;

    /// <summary>How much of the question an entry answers, in the weights of its concepts.</summary>
    public float Covered(int document) => covered[document];

    /// <summary>The key of an entry of the set, after <see cref="Offer(ReadOnlySpan{ulong}, Best, float)"/>.</summary>
    public float Key(int document) => totals[document];

    public void Fit(int capacity)
    {
        if (totals.Length >= capacity)
            return;
        touched = new ulong[Bits.Words(capacity + (capacity / 8))];
        totals = new float[touched.Length * Bits.PerWord];
        covered = new float[totals.Length];
        highestKeys = new float[touched.Length];
    }

    /// <summary>Adds what the entries of one word of bits earn by a concept.</summary>
    /// <param name="word">The number of the word.</param>
    /// <param name="bits">The entries that earn something.</param>
    /// <param name="earned">Their parts of the score before <paramref name="factor"/>.</param>
    /// <param name="factor">What those are worth.</param>
    /// <param name="most">The weight of the concept: the most of the question that an entry can answer by it.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Add(int word, ulong bits, ReadOnlySpan<Vector512<float>> earned, float factor, float most)
    {
        var sums = Lanes.Of(totals, word);
        var shares = Lanes.Of(covered, word);
        // What an earlier question left there.
        if (touched[word] == 0)
        {
            sums.Clear();
            shares.Clear();
        }

        var (limit, highest) = (Vector512.Create(most), Vector512<float>.Zero);
        foreach (var at in new SixteenReader(bits))
        {
            var mine = Lanes.Only(factor * earned[at], bits, at);
            sums[at] += mine;
            shares[at] += Vector512.Min(limit, mine / Ranking.FullAnswer);
            highest = Vector512.Max(highest, shares[at]);
        }

        touched[word] |= bits;
        if (Vector512.GreaterThanAny(highest, Vector512.Create(HighestCovered)))
            HighestCovered = Lanes.Highest(highest);
    }

    /// <summary>Puts the entries in a set that answer at least so much of the question.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Select(float least, Span<ulong> entries)
    {
        for (var word = 0; word < entries.Length; word++)
        {
            if (touched[word] == 0)
                continue;
            var shares = Lanes.Of(covered, word);
            var kept = 0UL;
            foreach (var at in new SixteenReader(touched[word]))
                kept |= Lanes.Bit(Vector512.GreaterThanOrEqual(shares[at], Vector512.Create(least)), at);
            entries[word] = kept & touched[word];
        }
    }

    /// <summary>Offers the entries of a set to be among the best. Afterwards the totals are their keys.</summary>
    /// <remarks>
    /// The highest key of each word of bits comes first: the one of rank so many among them is a floor under the best so many of all. Only words
    /// that reach it are looked into.
    /// </remarks>
    /// <param name="entries">The set.</param>
    /// <param name="best">Who keeps them.</param>
    /// <param name="perCovered">How much more an entry counts for each part of the question that it answers.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Offer(ReadOnlySpan<ulong> entries, Best best, float perCovered)
    {
        for (var word = 0; word < entries.Length; word++)
            highestKeys[word] = entries[word] == 0 ? 0 : MakeKeys(word, entries[word], perCovered);
        var floor = best.FloorOf(highestKeys.AsSpan(0, entries.Length));
        for (var word = 0; word < entries.Length; word++)
        {
            if (entries[word] != 0 && highestKeys[word] >= floor)
                Offer(word, entries[word], best, floor);
        }
    }

    public void Clear()
    {
        Array.Clear(touched);
        HighestCovered = 0;
    }

    // Returns the highest.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float MakeKeys(int word, ulong bits, float perCovered)
    {
        var keys = Lanes.Of(totals, word);
        var shares = Lanes.Of(covered, word);
        var most = Vector512<float>.Zero;
        foreach (var at in new SixteenReader(bits))
        {
            keys[at] *= Vector512<float>.One + (perCovered * shares[at]);
            most = Vector512.Max(most, Lanes.Only(keys[at], bits, at));
        }

        return Lanes.Highest(most);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Offer(int word, ulong bits, Best best, float floor)
    {
        var keys = Lanes.Of(totals, word);
        var (least, good) = (Vector512.Create(Math.Max(floor, (float)best.Least)), 0UL);
        foreach (var at in new SixteenReader(bits))
            good |= Lanes.Bit(Vector512.GreaterThanOrEqual(keys[at], least), at);
        for (var rest = good & bits; rest != 0; rest &= rest - 1)
        {
            var document = Bits.First(word, rest);
            best.Offer(document, totals[document]);
        }
    }
}
