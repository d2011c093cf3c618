using Parelmuur.Search.Analysis;
using Parelmuur.Search.Tests.Analysis;
using Parelmuur.Search.Thesaurus;

namespace Parelmuur.Search.Tests.Thesaurus;

public sealed class ThesaurusFileTests(AnalyzerFixture fixture) : IClassFixture<AnalyzerFixture>
{
    [Fact]
    public void Read_ShippedFile_HasNoErrors()
    {
        using var file = File.OpenText(Path.Combine(AppContext.BaseDirectory, "Lexicon", "thesaurus.txt"));

        var reading = ThesaurusFile.Read(file, fixture.Analyzer);

        Assert.Empty(reading.Errors.Select(error => $"{error.Line}: {error.Text}: {error.Message}"));
        Assert.True(reading.Synonyms.Count > 400);
    }

    [Theory]
    [InlineData("bijstand", "Zet = of > tussen twee namen.")]
    [InlineData("bijstand = ", "Naast het teken = of > ontbreekt een naam.")]
    [InlineData("> afval", "Naast het teken = of > ontbreekt een naam.")]
    [InlineData("a b = afval > huisvuil", "Gebruik = of >, niet allebei op een regel.")]
    [InlineData("grofvuil > afval > vuil", "Zet maar een > op een regel.")]
    [InlineData("om = openbaar ministerie", "In 'om' staat geen woord waarop te zoeken is.")]
    [InlineData("!!! = afval", "In '!!!' staat geen woord waarop te zoeken is.")]
    [InlineData("vergunning = vergunningen", "Dezelfde naam staat er twee keer.")]
    [InlineData("afval = een twee drie vier vijf zes zeven acht negen tien", "'een twee drie vier vijf zes zeven acht negen tien' heeft meer dan 8 woorden.")]
    public void Read_WrongLine_SaysWhatToDo(string line, string message)
    {
        var reading = ThesaurusFile.Read(new StringReader($"# kop\n\n{line}\nwoo = wet open overheid"), fixture.Analyzer);

        var error = Assert.Single(reading.Errors);
        Assert.Equal((3, line.Trim(), message), (error.Line, error.Text, error.Message));
        Assert.NotEmpty(reading.Synonyms.Of("woo"));
    }

    [Fact]
    public void Read_EndlessLine_IsRefused() =>
        Assert.Single(ThesaurusFile.Read(new StringReader(new string('a', 5_000)), fixture.Analyzer).Errors);

    [Fact]
    public void Find_Equal_WorksBothWays()
    {
        var synonyms = Read("bijstand = participatiewet");

        Assert.Equal(["participatiewet"], Names(synonyms, "Bijstand"));
        Assert.Equal(["bijstand"], Names(synonyms, "de Participatiewet"));
    }

    [Fact]
    public void Find_Broader_WorksOneWay()
    {
        var synonyms = Read("grofvuil > afval  # van smal naar breed");

        var synonym = Assert.Single(Assert.Single(Find(synonyms, "grofvuil ophalen")).Synonyms);
        Assert.Equal(("afval", true), (synonym.Name, synonym.IsBroader));
        Assert.Empty(Find(synonyms, "afval"));
    }

    [Theory]
    [InlineData("meldingen over de openbare ruimte", 0, 3)]
    [InlineData("app voor melding openbare ruimte en groen", 1, 3)]
    public void Find_SeveralWords_MatchInAnyForm(string question, int first, int count)
    {
        var match = Assert.Single(Find(Read("mor = melding openbare ruimte"), question));

        Assert.Equal((first, count), (match.First, match.Count));
        Assert.Equal("mor", Assert.Single(match.Synonyms).Name);
    }

    [Fact]
    public void Find_SeveralWordsInAnotherOrder_DoNotMatch() =>
        Assert.Empty(Find(Read("mor = melding openbare ruimte"), "openbare melding ruimte"));

    [Theory]
    [InlineData("mijn-omgeving")]
    [InlineData("mijnomgeving")]
    [InlineData("Mijn Omgeving")]
    public void Find_Hyphen_MakesNoDifference(string question) =>
        Assert.Equal(["pip"], Names(Read("mijn-omgeving = pip"), question).Distinct());

    [Fact]
    public void Find_TwoLinesForOneName_GivesBoth() =>
        Assert.Equal(["x1", "x2"], Names(Read("kaart = x1\nkaart = x2\nkaarten = x1"), "kaart"));

    [Theory]
    [InlineData("VTH", "vergunningverlening toezicht en handhaving")]
    [InlineData("wmo", "wet maatschappelijke ondersteuning")]
    [InlineData("bijstandsuitkering", "participatiewet")]
    [InlineData("huisvuil", "afval")]
    [InlineData("bewoners", "inwoner")]
    [InlineData("sociaal team", "wijkteam")]
    [InlineData("basisregistratie personen", "brp")]
    [InlineData("gegevensbeschermingseffectbeoordeling", "dpia")]
    public void Find_ShippedThesaurus_KnowsMunicipalWords(string question, string name) =>
        Assert.Contains(name, Names(Synonyms.Load(fixture.Analyzer), question));

    [Fact]
    public void Find_NoThesaurus_FindsNothing() => Assert.Empty(Synonyms.None.Find(["wmo"]));

    private Synonyms Read(string text)
    {
        var reading = ThesaurusFile.Read(new StringReader(text), fixture.Analyzer);
        Assert.Empty(reading.Errors);
        return reading.Synonyms;
    }

    private IEnumerable<string> Names(Synonyms synonyms, string question) =>
        Find(synonyms, question).SelectMany(match => match.Synonyms).Select(synonym => synonym.Name);

    private IReadOnlyList<SynonymMatch> Find(Synonyms synonyms, string question)
    {
        List<string> stems = [];
        foreach (var token in new Tokens(question))
        {
            if (token.Width == 1 && fixture.Analyzer.Term(token.In(question)) is { IsStopWord: false } term)
                stems.Add(term.Stem);
        }

        return synonyms.Find(stems);
    }
}
