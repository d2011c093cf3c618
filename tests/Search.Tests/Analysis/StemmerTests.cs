using Parelmuur.Search.Analysis;

namespace Parelmuur.Search.Tests.Analysis;

public sealed class StemmerTests
{
    private const string Vectors = "search/snowball-dutch";

    [SharedDataFact(Vectors)]
    public void Stem_OfficialVectors_AreEqual()
    {
        var words = File.ReadAllLines(Path.Combine(SharedData.Path(Vectors), "dutch_voc.txt"));
        var stems = File.ReadAllLines(Path.Combine(SharedData.Path(Vectors), "dutch_output.txt"));

        var wrong = words.Zip(stems)
            .Where(pair => Stemmer.Stem(pair.First) != pair.Second)
            .Select(pair => $"{pair.First}: {Stemmer.Stem(pair.First)} should be {pair.Second}");

        Assert.Equal(45_670, words.Length);
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("vergunning", "vergunningen")]
    [InlineData("betaling", "betalingen")]
    [InlineData("gemeente", "gemeentes")]
    [InlineData("foto", "foto's")]
    [InlineData("huis", "huizen")]
    [InlineData("wet", "wetten")]
    [InlineData("subsidie", "subsidies")]
    [InlineData("mogelijkheid", "mogelijkheden")]
    [InlineData("school", "scholen")]
    [InlineData("brief", "brieven")]
    public void Stem_OneAndMany_AreTheSame(string one, string many) =>
        Assert.Equal(Stemmer.Stem(one), Stemmer.Stem(many));

    [Theory]
    [InlineData("")]
    [InlineData("e")]
    [InlineData("ge")]
    [InlineData("'s")]
    [InlineData("ggg")]
    [InlineData("zz")]
    [InlineData("ijij")]
    public void Stem_HardlyAWord_DoesNotBreak(string word) =>
        Assert.True(Stemmer.Stem(word).Length <= word.Length + 1);

    [Fact]
    public void Stem_VeryLongWord_DoesNotBreak() =>
        Assert.NotEmpty(Stemmer.Stem(new string('a', 5_000) + "heden"));
}
