using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>A number for each entry of a block. Entries that share a word of bits cost nothing without a number, and with some as much as one.</summary>
/// <remarks>
/// What hands its numbers on, keeps none. These loops, and those of <see cref="BlockReader"/> and <see cref="Totals"/>, are not put into the
/// methods that call them: there they take longer. What works on sixteen numbers at once is not compiled ahead of a start, so it is compiled at full
/// strength when it is first needed (decision 0082).
/// </remarks>
internal sealed class Scores
{
    private readonly float[] values = new float[BlockReader.Size];
    private readonly ulong[] touched = new ulong[BlockReader.Words];
    private bool isTouched;

    /// <summary>Adds how often the entries of a block use a word, the one place counting for more than the other.</summary>
    /// <param name="uses">The word.</param>
    /// <param name="block">The number of the block in the part.</param>
    /// <param name="wanted">The entries that matter, a bit each; others may be passed over.</param>
    /// <param name="worth">What the word is worth.</param>
    public void Add(BlockReader uses, int block, ReadOnlySpan<ulong> wanted, float worth) =>
        isTouched |= uses.AddTo(block, values, touched, wanted, worth);

    /// <summary>Hands frequencies on as what they earn, where that is more than what is there.</summary>
    /// <param name="to">What is raised.</param>
    /// <param name="halves">Per entry the frequency that earns half.</param>
    /// <param name="most">What the highest frequency earns.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void RaiseSaturated(Scores to, Span<float> halves, float most)
    {
        for (var word = 0; isTouched && word < touched.Length; word++)
        {
            var bits = HandOn(to, word);
            if (bits == 0)
                continue;
            var from = Lanes.Of(values, word);
            var best = Lanes.Of(to.values, word);
            foreach (var at in new SixteenReader(bits))
            {
                best[at] = Vector512.Max(best[at], most * from[at] / (from[at] + Lanes.Of(halves, word)[at]));
                from[at] = default;
            }
        }

        isTouched = false;
    }

    /// <summary>Hands frequencies on as what they earn, added to what is there.</summary>
    /// <inheritdoc cref="RaiseSaturated"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void AddSaturated(Scores to, Span<float> halves, float most)
    {
        for (var word = 0; isTouched && word < touched.Length; word++)
        {
            var bits = HandOn(to, word);
            if (bits == 0)
                continue;
            var from = Lanes.Of(values, word);
            var sum = Lanes.Of(to.values, word);
            foreach (var at in new SixteenReader(bits))
            {
                sum[at] += most * from[at] / (from[at] + Lanes.Of(halves, word)[at]);
                from[at] = default;
            }
        }

        isTouched = false;
    }

    /// <summary>Hands numbers on, where they are more than what is there.</summary>
    /// <param name="to">What is raised.</param>
    /// <param name="worth">What they are worth there.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Raise(Scores to, float worth)
    {
        for (var word = 0; isTouched && word < touched.Length; word++)
        {
            var bits = HandOn(to, word);
            if (bits == 0)
                continue;
            var from = Lanes.Of(values, word);
            var best = Lanes.Of(to.values, word);
            foreach (var at in new SixteenReader(bits))
            {
                best[at] = Vector512.Max(best[at], worth * from[at]);
                from[at] = default;
            }
        }

        isTouched = false;
    }

    /// <summary>Adds the numbers to the totals.</summary>
    /// <param name="totals">The totals of all entries.</param>
    /// <param name="first">The word of bits there of the first word here.</param>
    /// <param name="wanted">Who may earn something, a bit each.</param>
    /// <param name="factor">What the numbers are worth.</param>
    /// <param name="most">See <see cref="Totals.Add"/>.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void AddTo(Totals totals, int first, ReadOnlySpan<ulong> wanted, float factor, float most)
    {
        for (var word = 0; isTouched && word < touched.Length; word++)
        {
            var bits = touched[word];
            if (bits == 0)
                continue;
            touched[word] = 0;
            totals.Add(first + word, bits & wanted[word], Lanes.Of(values, word), factor, most);
            Lanes.Of(values, word).Clear();
        }

        isTouched = false;
    }

    /// <summary>Forgets what was not handed on, when a question broke off.</summary>
    public void Clear()
    {
        if (!isTouched)
            return;
        Array.Clear(values);
        Array.Clear(touched);
        isTouched = false;
    }

    // What there is in this word of bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong HandOn(Scores to, int word)
    {
        var bits = touched[word];
        touched[word] = 0;
        to.touched[word] |= bits;
        to.isTouched = true;
        return bits;
    }
}
