using System.Runtime.Intrinsics;
using Parelmuur.Search.Index;

namespace Parelmuur.Search.Finding;

/// <summary>Reckons what all entries of a part earn by a word that many of them use, 64 neighbours at a time.</summary>
/// <remarks>The processor handles eight of them by one instruction, so those that do not use the word cost next to nothing.</remarks>
internal sealed class Sweep(Snapshot snapshot, Workspace work)
{
    private readonly bool isAlone = work.Leaf.Touched.Length + work.Concept.Touched.Length == 0;

    /// <summary>Adds what the entries earn to the totals.</summary>
    /// <param name="sought">The asked word.</param>
    /// <param name="worth">What the way in which the word answers it is worth.</param>
    /// <param name="place">The word.</param>
    /// <param name="column">See <see cref="WordTable.Column"/>.</param>
    public void Add(Sought sought, float worth, Place place, ReadOnlySpan<byte> column)
    {
        var first = Bits.Word(place.Part.Base);
        Span<float> frequencies = stackalloc float[Bits.PerWord];
        var earned = Lanes.Of(frequencies);
        for (var word = 0; word < column.Length / Bits.PerWord; word++)
        {
            Look(column.Slice(word * Bits.PerWord, Bits.PerWord), frequencies);
            for (var removed = place.Part.Removed(word); removed != 0; removed &= removed - 1)
                frequencies[Bits.First(0, removed)] = 0;
            if (isAlone)
                Reckon(earned, first + word, place.Worth, worth, sought.Factor);
            else
                ReckonBest(earned, first + word, place.Worth, worth, sought.Factor);
            work.Totals.Add(first + word, earned, sought.Weight);
        }
    }

    private static void Look(ReadOnlySpan<byte> occurrences, Span<float> frequencies)
    {
        var table = Ranking.Frequency;
        for (var at = 0; at < occurrences.Length && at < frequencies.Length; at++)
            frequencies[at] = table[occurrences[at]];
    }

    private void Reckon(Span<Vector256<float>> earned, int word, float within, float worth, float factor)
    {
        var half = Lanes.Of(snapshot.Halves, word);
        for (var at = 0; at < earned.Length; at++)
        {
            var frequency = within * earned[at];
            earned[at] = factor * (worth * frequency / (frequency + half[at]));
        }
    }

    // What the entries earn by other words and in other ways is used up here.
    private void ReckonBest(Span<Vector256<float>> earned, int word, float within, float worth, float factor)
    {
        var half = Lanes.Of(snapshot.Halves, word);
        var others = work.Leaf.Lanes(word);
        var best = work.Concept.Lanes(word);
        for (var at = 0; at < earned.Length; at++)
        {
            var frequency = (within * earned[at]) + others[at];
            earned[at] = factor * Vector256.Max(worth * frequency / (frequency + half[at]), best[at]);
        }

        others.Clear();
        best.Clear();
    }
}
