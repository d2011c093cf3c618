using System.Globalization;
using System.Text.RegularExpressions;

namespace Parelmuur.Design.Tests.HexMap;

public sealed partial class HexSetTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(60)]
    [InlineData(342)]
    public void Of_SomeCells_PathVisitsExactlyThose(int count)
    {
        var cells = new Grid().Some(count, seed: count).ToHashSet();
        var set = HexSet.Of(cells);
        Assert.Equal(count, set.Count);
        Assert.Equal(cells, Visited(set.Path).ToHashSet());
    }

    [Fact]
    public void Of_SameCellTwice_CountsOnce() => Assert.Equal(1, HexSet.Of([new(3, 4), new(3, 4)]).Count);

    [Fact]
    public void Of_NoCells_DrawsNothing()
    {
        Assert.Same(HexSet.Empty, HexSet.Of([]));
        Assert.DoesNotContain("<path", HexMapTagHelper.Html(HexMapData.Empty, HexMapSize.Card, null, Html.Assets).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_SixtyCells_CostsAboutFiveCharactersEach()
    {
        var set = HexSet.Of(new Grid().Some(60, seed: 1));
        Assert.InRange(set.Path.Length, 60, 60 * 5);
    }

    /// <summary>Reads the path as a browser does: a move, then steps from corner to corner.</summary>
    private static IEnumerable<HexCell> Visited(string path)
    {
        Assert.StartsWith("m", path, StringComparison.Ordinal);
        var numbers = Number().Matches(path).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).ToList();
        var (x, row) = (0, 0);
        for (var at = 0; at < numbers.Count; at += 2)
        {
            (x, row) = (x + numbers[at], row + numbers[at + 1]);
            yield return new HexCell((byte)((x - 1 - (row % 2)) / 2), (byte)row);
        }
    }

    [GeneratedRegex("-?[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
