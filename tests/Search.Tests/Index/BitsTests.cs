using System.Numerics;
using Parelmuur.Search.Index;

namespace Parelmuur.Search.Tests.Index;

public class BitsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(100)]
    [InlineData(1563)]
    public void CountBoth_EqualsCountingOneByOne(int words)
    {
        var random = new Random(words);
        ulong[] left = [.. Enumerable.Range(0, words).Select(_ => (ulong)random.NextInt64(long.MinValue, long.MaxValue))];
        ulong[] right = [.. Enumerable.Range(0, words).Select(_ => (ulong)random.NextInt64(long.MinValue, long.MaxValue))];

        Assert.Equal(left.Zip(right, (one, other) => BitOperations.PopCount(one & other)).Sum(), Bits.CountBoth(left, right));
    }

    // More than a byte could hold for any of them.
    [Fact]
    public void Count_AllOfVeryMany_IsAll() => Assert.Equal(64 * 1000, Bits.Count(Enumerable.Repeat(ulong.MaxValue, 1000).ToArray()));
}
