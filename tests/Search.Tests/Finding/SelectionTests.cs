using Parelmuur.Search.Finding;

namespace Parelmuur.Search.Tests.Finding;

/// <summary>Parting the best from the rest gives the same as ordering them all.</summary>
public class SelectionTests
{
    [Theory]
    [InlineData(1, 1), InlineData(2, 1), InlineData(2, 2), InlineData(7, 3), InlineData(400, 200), InlineData(1_563, 200), InlineData(1_563, 1_563)]
    public void BringForward_SoMany_PutsTheFirstOfTheOrderInFront_WithTheLastOfThoseAtTheirEnd(int items, int count)
    {
        var random = new Random(342);
        foreach (var different in new[] { 1, 2, 10, int.MaxValue })
        {
            int[] numbers = [.. Enumerable.Range(0, items).Select(_ => random.Next(different))];
            int[] ordered = [.. numbers.Order()];

            Selection.BringForward(numbers, count, default(Rising));

            Assert.Equal(ordered[count - 1], numbers[count - 1]);
            Assert.Equal(ordered[..count], numbers[..count].Order());
            Assert.Equal(ordered[count..], numbers[count..].Order());
        }
    }

    private readonly struct Rising : IComparer<int>
    {
        public int Compare(int x, int y) => x.CompareTo(y);
    }
}
