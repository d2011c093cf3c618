using System.Numerics;
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

    // From so many of 32 entries on it is faster to write all than to look for each.
    private const int Many = 10;

    private int next;
    private int document = -1;

    /// <summary>Adds to the frequency of each entry of a block that uses the word. Blocks must rise.</summary>
    /// <param name="block">The number of the block.</param>
    /// <param name="frequencies">A number for each of its entries.</param>
    /// <param name="touched">The entries with a frequency, a bit each.</param>
    /// <param name="wanted">The entries that matter, a bit each; others may be passed over.</param>
    /// <param name="worth">What a use is worth.</param>
    /// <returns>Whether any entry of the block may use the word.</returns>
    public bool AddTo(int block, Span<float> frequencies, Span<ulong> touched, ReadOnlySpan<ulong> wanted, float worth)
    {
        if (isColumn)
            AddColumn(bytes.Span[(block * Size)..], frequencies, touched, wanted, worth);
        else if (document < (block + 1) * Size)
            AddSteps(bytes.Span, block * Size, frequencies, touched, worth);
        else
            return false;
        return true;
    }

    private static void AddColumn(
        ReadOnlySpan<byte> column, Span<float> frequencies, Span<ulong> touched, ReadOnlySpan<ulong> wanted, float worth)
    {
        var table = Ranking.Frequency;
        for (var first = 0; first < Size && first < column.Length; first += Vector256<byte>.Count)
        {
            var some = column.Slice(first, Vector256<byte>.Count);
            var all = ~Vector256.Equals(Vector256.Create(some), Vector256<byte>.Zero).ExtractMostSignificantBits();
            var (word, shift) = (Bits.Word(first), first % Bits.PerWord);
            var uses = all & (uint)(wanted[word] >> shift);
            if (uses == 0)
                continue;
            var theirs = frequencies.Slice(first, Vector256<byte>.Count);
            if (BitOperations.PopCount(uses) >= Many)
            {
                for (var at = 0; at < some.Length && at < theirs.Length; at++)
                    theirs[at] += worth * table[some[at]];
                touched[word] |= (ulong)all << shift;
                continue;
            }

            touched[word] |= (ulong)uses << shift;
            for (; uses != 0; uses &= uses - 1)
            {
                var at = BitOperations.TrailingZeroCount(uses);
                theirs[at] += worth * table[some[at]];
            }
        }
    }

    private void AddSteps(ReadOnlySpan<byte> steps, int first, Span<float> frequencies, Span<ulong> touched, float worth)
    {
        // In local variables, so that the processor keeps them at hand.
        var (at, entry, end, table) = (next, document, first + Size, Ranking.Frequency);
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
