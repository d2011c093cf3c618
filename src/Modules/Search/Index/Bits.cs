using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Parelmuur.Search.Index;

/// <summary>Sets of entries with one bit each.</summary>
internal static class Bits
{
    /// <summary>The number of entries in one word.</summary>
    public const int PerWord = 64;

    private const int Shift = 6, Mask = PerWord - 1;

    // Each gives a byte 8 at most.
    private const int MostRounds = byte.MaxValue / 8;

    /// <summary>How many words hold so many entries.</summary>
    public static int Words(int count) => (count + Mask) >> Shift;

    /// <summary>The number of the word that holds the bit of an entry.</summary>
    public static int Word(int document) => document >> Shift;

    /// <summary>The bit of an entry within its word.</summary>
    public static ulong One(int document) => 1UL << (document & Mask);

    public static bool Has(ReadOnlySpan<ulong> bits, int document) => (bits[Word(document)] & One(document)) != 0;

    public static void Add(Span<ulong> bits, int document) => bits[Word(document)] |= One(document);

    public static void Remove(Span<ulong> bits, int document) => bits[Word(document)] &= ~One(document);

    /// <summary>The lowest entry among the bits of one word.</summary>
    /// <param name="word">The number of the word.</param>
    /// <param name="bits">What it holds, not 0.</param>
    public static int First(int word, ulong bits) => (word << Shift) + BitOperations.TrailingZeroCount(bits);

    public static void Keep(Span<ulong> bits, ReadOnlySpan<ulong> others)
    {
        for (var word = 0; word < bits.Length; word++)
            bits[word] &= others[word];
    }

    public static int Count(ReadOnlySpan<ulong> bits) => CountBoth(bits, bits);

    /// <summary>How many entries stand in both of two sets of the same length.</summary>
    /// <remarks>
    /// Eight words at a time: neighbouring bits are added up to numbers of two bits, of four, and of eight, which have room for the sum of
    /// <see cref="MostRounds"/> times eight words.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int CountBoth(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        var (count, word) = (0, 0);
        while (left.Length - word >= Vector512<ulong>.Count)
        {
            var bytes = Vector512<ulong>.Zero;
            for (var round = 0; round < MostRounds && left.Length - word >= Vector512<ulong>.Count; round++)
            {
                var both = Vector512.Create(left[word..]) & Vector512.Create(right[word..]);
                both -= (both >>> 1) & Vector512.Create(0x5555_5555_5555_5555UL);
                both = (both & Vector512.Create(0x3333_3333_3333_3333UL)) + ((both >>> 2) & Vector512.Create(0x3333_3333_3333_3333UL));
                bytes += (both + (both >>> 4)) & Vector512.Create(0x0f0f_0f0f_0f0f_0f0fUL);
                word += Vector512<ulong>.Count;
            }

            var (lower, upper) = Vector512.Widen(bytes.AsByte());
            count += Vector512.Sum(lower + upper);
        }

        for (; word < left.Length; word++)
            count += BitOperations.PopCount(left[word] & right[word]);
        return count;
    }
}

/// <summary>Walks through the entries of a set.</summary>
internal ref struct BitReader(ReadOnlySpan<ulong> bits)
{
    private readonly ReadOnlySpan<ulong> bits = bits;
    private int word = -1;
    private ulong rest;

    public int Current { get; private set; }

    public readonly BitReader GetEnumerator() => this;

    public bool MoveNext()
    {
        while (rest == 0)
        {
            if (++word >= bits.Length)
                return false;
            rest = bits[word];
        }

        Current = Bits.First(word, rest);
        rest &= rest - 1;
        return true;
    }
}
