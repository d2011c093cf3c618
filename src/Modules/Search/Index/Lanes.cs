using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parelmuur.Search.Index;

/// <summary>Numbers of entries that the processor handles sixteen at a time.</summary>
internal static class Lanes
{
    // No field: that would have to be fetched, where this is part of the code.
    private static Vector512<int> OneEach =>
        Vector512.Create(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);

    /// <summary>The numbers of the entries that share a word of bits.</summary>
    /// <param name="numbers">A number per entry.</param>
    /// <param name="word">The number of the word.</param>
    public static Span<Vector512<float>> Of(Span<float> numbers, int word = 0) =>
        MemoryMarshal.Cast<float, Vector512<float>>(numbers.Slice(word * Bits.PerWord, Bits.PerWord));

    /// <summary>One bit for each number that is set in a mask.</summary>
    /// <param name="mask">The outcome of a comparison.</param>
    /// <param name="at">Which sixteen of the word they are.</param>
    public static ulong Bit(Vector512<float> mask, int at) =>
        mask.ExtractMostSignificantBits() << (at * Vector512<float>.Count);

    /// <summary>The numbers of entries that have a bit, 0 for the others.</summary>
    /// <param name="numbers">Sixteen of a word.</param>
    /// <param name="bits">A bit for each entry of the word.</param>
    /// <param name="at">Which sixteen of the word they are.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Only(Vector512<float> numbers, ulong bits, int at)
    {
        var own = Vector512.Create((int)(ushort)(bits >> (at * Vector512<float>.Count))) & OneEach;
        return Vector512.ConditionalSelect(Vector512.Equals(own, OneEach).AsSingle(), numbers, Vector512<float>.Zero);
    }

    /// <summary>The highest of sixteen numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Highest(Vector512<float> numbers)
    {
        var eight = Vector256.Max(numbers.GetLower(), numbers.GetUpper());
        var four = Vector128.Max(eight.GetLower(), eight.GetUpper());
        var two = Vector128.Max(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        return Math.Max(two[0], two[1]);
    }
}

/// <summary>Walks through the sixteens of one word of bits that have a bit.</summary>
internal ref struct SixteenReader(ulong bits)
{
    private ulong rest = bits;

    /// <summary>Which sixteen of the word they are.</summary>
    public int Current { get; private set; }

    public readonly SixteenReader GetEnumerator() => this;

    public bool MoveNext()
    {
        if (rest == 0)
            return false;
        Current = BitOperations.TrailingZeroCount(rest) / Vector512<float>.Count;
        rest &= ~(0xffffUL << (Current * Vector512<float>.Count));
        return true;
    }
}
