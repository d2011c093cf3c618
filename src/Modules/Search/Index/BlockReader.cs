using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Parelmuur.Search.Finding;

namespace Parelmuur.Search.Index;

/// <summary>Reads the uses of one word in one segment, a block of neighbouring entries at a time.</summary>
/// <remarks>So many as stay close to the processor with all that is reckoned about them.</remarks>
/// <param name="bytes">As <see cref="WordTable"/> wrote them.</param>
/// <param name="isColumn">See <see cref="WordTable.HasColumn"/>.</param>
internal sealed class BlockReader(ReadOnlyMemory<byte> bytes, bool isColumn)
{
    /// <summary>The number of entries in a block.</summary>
    public const int Size = Words * Bits.PerWord;

    /// <summary>The number of words of bits in a block.</summary>
    public const int Words = 64;

    // What the lower and the upper four bits of a byte are worth: two tables of sixteen, in which the processor looks up sixteen at once.
    private static readonly Vector128<byte> Lower = Vector128.Create(Ranking.Tenths.AsSpan(0, 16));
    private static readonly Vector128<byte> Upper = Vector128.Create([.. Enumerable.Range(0, 16).Select(upper => Ranking.Tenths[upper << 4])]);

    private int next;
    private int document = -1;

    /// <summary>Adds to the frequency of each entry of a block that uses the word. Blocks must rise.</summary>
    /// <param name="block">The number of the block.</param>
    /// <param name="frequencies">A number for each of its entries.</param>
    /// <param name="touched">The entries with a frequency, a bit each. In the same sixteen others may have a number that means nothing.</param>
    /// <param name="wanted">The entries that matter, a bit each; others may be passed over.</param>
    /// <param name="worth">What a use is worth.</param>
    /// <returns>Whether any entry of the block may use the word.</returns>
    public bool AddTo(int block, Span<float> frequencies, Span<ulong> touched, ReadOnlySpan<ulong> wanted, float worth)
    {
        worth *= Ranking.Tenth;
        if (isColumn)
            AddColumn(bytes.Span[(block * Size)..], frequencies, touched, wanted, worth);
        else if (document < (block + 1) * Size)
            AddSteps(bytes.Span, block * Size, frequencies, touched, worth);
        else
            return false;
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void AddColumn(
        ReadOnlySpan<byte> column, Span<float> frequencies, Span<ulong> touched, ReadOnlySpan<ulong> wanted, float worth)
    {
        var (lower, upper) = (Lower, Upper);
        for (var word = 0; word < wanted.Length && word * Bits.PerWord < column.Length; word++)
        {
            var theirs = column.Slice(word * Bits.PerWord, Bits.PerWord);
            var uses = ~Vector512.Equals(Vector512.Create(theirs), Vector512<byte>.Zero).ExtractMostSignificantBits() & wanted[word];
            if (uses == 0)
                continue;
            touched[word] |= uses;
            foreach (var at in new SixteenReader(uses))
            {
                var some = Vector128.Create(theirs.Slice(at * Vector128<byte>.Count, Vector128<byte>.Count));
                Lanes.Of(frequencies, word)[at] += worth * Frequencies(some, lower, upper);
            }
        }
    }

    // In tenths.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Frequencies(Vector128<byte> occurrences, Vector128<byte> lower, Vector128<byte> upper)
    {
        var tenths = Vector128.Shuffle(lower, occurrences & Vector128.Create((byte)0xf)) + Vector128.Shuffle(upper, occurrences >>> 4);
        var (first, last) = Vector128.Widen(tenths);
        var (some, others) = Vector256.Widen(Vector256.Create(first, last));
        return Vector512.ConvertToSingle(Vector512.Create(some, others).AsInt32());
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void AddSteps(ReadOnlySpan<byte> steps, int first, Span<float> frequencies, Span<ulong> touched, float worth)
    {
        // In local variables, so that the processor keeps them at hand.
        var (at, entry, end, table) = (next, document, first + Size, Ranking.Tenths);
        // The next entry is known before its block is asked for.
        while (entry < first && entry != int.MaxValue)
        {
            if (entry >= 0)
                at++;
            entry = at < steps.Length ? entry + PostingReader.Step(steps, ref at) : int.MaxValue;
        }

        var (word, bits) = (0, 0UL);
        while (entry < end)
        {
            var mine = entry - first;
            frequencies[mine] += worth * table[steps[at++]];
            // Neighbours mostly share a word of bits: that is written once.
            if (Bits.Word(mine) != word)
            {
                touched[word] |= bits;
                (word, bits) = (Bits.Word(mine), 0);
            }

            bits |= Bits.One(mine);
            entry = at < steps.Length ? entry + PostingReader.Step(steps, ref at) : int.MaxValue;
        }

        touched[word] |= bits;
        (next, document) = (at, entry);
    }
}
