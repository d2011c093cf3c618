using Parelmuur.Kernel.Data;

namespace Parelmuur.Kernel.Tests.Data;

/// <summary>Where things that lead to each other end.</summary>
public sealed class ChainTests
{
    [Fact]
    public void Ends_OfALongChain_AreTheLastOfIt() => Assert.Equal(
        new Dictionary<int, int> { [1] = 4, [2] = 4, [3] = 4, [7] = 8 },
        Chain.Ends(new Dictionary<int, int> { [1] = 2, [2] = 3, [3] = 4, [7] = 8 }));

    [Fact]
    public void Ends_OfACircle_AreTheThingsThemselves() => Assert.Equal(
        new Dictionary<int, int> { [9] = 1 },
        Chain.Ends(new Dictionary<int, int> { [1] = 2, [2] = 3, [3] = 1, [5] = 5, [9] = 1 }));
}
