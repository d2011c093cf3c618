using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parelmuur.Search.Index;

/// <summary>Numbers of entries that the processor handles eight at a time.</summary>
internal static class Lanes
{
    /// <summary>The numbers of the entries that share a word of bits.</summary>
    /// <param name="numbers">A number per entry.</param>
    /// <param name="word">The number of the word.</param>
    public static Span<Vector256<float>> Of(Span<float> numbers, int word = 0) =>
        MemoryMarshal.Cast<float, Vector256<float>>(numbers.Slice(word * Bits.PerWord, Bits.PerWord));

    /// <summary>One bit for each number that is set in a mask.</summary>
    /// <param name="mask">The outcome of a comparison.</param>
    /// <param name="at">Which eight of the word they are.</param>
    public static ulong Bit(Vector256<float> mask, int at) =>
        (ulong)mask.ExtractMostSignificantBits() << (at * Vector256<float>.Count);
}

/// <summary>Walks through the eights of one word of bits that have a bit.</summary>
internal ref struct EightReader(ulong bits)
{
    private ulong rest = bits;

    /// <summary>Which eight of the word they are.</summary>
    public int Current { get; private set; }

    public readonly EightReader GetEnumerator() => this;

    public bool MoveNext()
    {
        if (rest == 0)
            return false;
        Current = BitOperations.TrailingZeroCount(rest) / Vector256<float>.Count;
        rest &= ~(0xffUL << (Current * Vector256<float>.Count));
        return true;
    }
}
