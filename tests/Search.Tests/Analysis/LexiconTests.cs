using System.Text;
using Parelmuur.Search.Analysis;

namespace Parelmuur.Search.Tests.Analysis;

public sealed class LexiconTests(AnalyzerFixture fixture) : IClassFixture<AnalyzerFixture>
{
    [Fact]
    public void Load_ShippedList_HasTheWords()
    {
        var lexicon = fixture.Analyzer.Lexicon;

        Assert.True(lexicon.Count > 120_000);
        Assert.True(lexicon["vergunning"].HasFlag(WordRole.End));
        Assert.True(lexicon["omgeving"].HasFlag(WordRole.BeginWithS));
        Assert.True(lexicon["leerling"].HasFlag(WordRole.BeginAsPlural));
        Assert.Equal(WordRole.None, lexicon["amsterdam"]);
        Assert.Equal(WordRole.None, lexicon["bestaatniet"]);
    }

    [Theory]
    [InlineData("fiets/CaCc", "fiets", "Word, Begin, End")]
    [InlineData("ĳsbeer/Zb", "ijsbeer", "Word, BeginAsPlural, Noun")]
    [InlineData("café/CcZc", "cafe", "Word, End")]
    [InlineData("omgeving/Ch", "omgeving", "Word, BeginWithS")]
    [InlineData("los", "los", "Word")]
    [InlineData("zoiets/Fw", "zoiets", "None")]
    [InlineData("Amsterdam/PN", "amsterdam", "None")]
    [InlineData("tv-gids/Cc", "tvgids", "None")]
    public void Read_Line_GivesTheRole(string line, string word, string roles)
    {
        var words = new LexiconBuilder();

        HunspellWords.Read(Encoding.UTF8.GetBytes($"2\n{line}\nlaatste"), words);

        var lexicon = words.Build();
        Assert.Equal(roles, lexicon[word].ToString());
        Assert.Equal(WordRole.Word, lexicon["laatste"]);
    }

    [Fact]
    public void Build_MoreWordsThanExpected_KeepsAll()
    {
        var words = new LexiconBuilder(words: 4);
        for (var number = 0; number < 5_000; number++)
            words.Add($"woord{number}", WordRole.Word);

        var lexicon = words.Build();

        Assert.Equal(5_000, lexicon.Count);
        Assert.All(Enumerable.Range(0, 5_000), number => Assert.Equal(WordRole.Word, lexicon[$"woord{number}"]));
    }

    [Fact]
    public void With_WordsOfTheCatalogue_SplitsTheirCompounds()
    {
        var before = fixture.Analyzer.Lexicon;

        var lexicon = before.With([new("kwalibri", 12), new("zelden", 2), new("kort", 50), new("vergunningen", 40)]);

        Assert.Equal(before.Count + 1, lexicon.Count);
        Assert.Equal(WordRole.None, before["kwalibri"]);
        Assert.Equal(
            ["kwalibri", "beheer"], new Analyzer(lexicon).Term("kwalibribeheer").Parts.Select(part => part.Folded));
        Assert.Empty(fixture.Analyzer.Term("kwalibribeheer").Parts);
    }
}
