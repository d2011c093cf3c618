using Parelmuur.Search.Analysis;

namespace Parelmuur.Search.Tests.Analysis;

public sealed class AnalyzerTests(AnalyzerFixture fixture) : IClassFixture<AnalyzerFixture>
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" \t\n—…!?", "")]
    [InlineData("Aanvraag van een vergunning", "aanvraag van een vergunning")]
    [InlineData("Geïntegreerde crème brûlée", "geintegreerde creme brulee")]
    [InlineData("SÚDWEST-FRYSLÂN", "sudwestfryslan sudwest fryslan")]
    [InlineData("foto's en foto’s", "foto's en foto's")]
    [InlineData("de burgers' wensen", "de burgers wensen")]
    [InlineData("'s-Hertogenbosch", "shertogenbosch s hertogenbosch")]
    [InlineData("DSO-LV", "dsolv dso lv")]
    [InlineData("e-mail of email", "email e mail of email")]
    [InlineData("jeugd- en gezinshulp", "jeugd en gezinshulp")]
    [InlineData("GM0363, 2024 en art. 13b", "gm0363 2024 en art 13b")]
    [InlineData("ISO27001:2022", "iso27001 2022")]
    [InlineData("versie 2.1, € 1.250,50.", "versie 2.1 1.250,50")]
    [InlineData("12-03-2024", "12 03 2024")]
    [InlineData("COVID-19", "covid19 covid 19")]
    [InlineData("o.a. de W.O.Z. en b.v.", "oa de woz en bv")]
    [InlineData("J.Jansen", "j jansen")]
    [InlineData("B&W en R & D", "b&w en r d")]
    [InlineData("en/of km/h", "en of km h")]
    [InlineData("gemeente\u00ADraad", "gemeenteraad")]
    [InlineData("e\u0301e\u0301n", "een")]
    [InlineData("ĳsbaan Straße", "ijsbaan strasse")]
    [InlineData("www.voorbeeld.nl", "www voorbeeld nl")]
    [InlineData("👍 goed 𝔘", "goed")]
    [InlineData("a-b-c-d-e-f-g-h", "a b c d e f g h")]
    public void Tokens_Text_GivesFoldedWords(string text, string words) => Assert.Equal(words, Folded(text));

    [Fact]
    public void Tokens_TellWhereTheWordStands()
    {
        const string Text = "  Vraag: 'DSO-LV', één.";

        var tokens = All(Text);

        Assert.Equal(["Vraag", "DSO-LV", "DSO", "LV", "één"], tokens.Select(token => Text.Substring(token.Start, token.Length)));
        Assert.Equal([0, 1, 1, 2, 3], tokens.Select(token => token.Position));
        Assert.Equal([1, 2, 1, 1, 1], tokens.Select(token => token.Width));
    }

    [Fact]
    public void Term_SameWord_IsTheSameObject()
    {
        var term = fixture.Analyzer.Term("Vergunning");

        Assert.Same(term, fixture.Analyzer.Term("vergunning"));
        Assert.Same(term, fixture.Analyzer.Term("VERGUNNING"));
    }

    [Theory]
    [InlineData("categorie", "categorieën")]
    [InlineData("idee", "ideeën")]
    [InlineData("bacterie", "bacteriën")]
    [InlineData("coördinatie", "coordinatie")]
    [InlineData("gemeente", "gemeenten")]
    [InlineData("inwoner", "inwoners")]
    [InlineData("auto", "auto's")]
    public void Term_FormsOfAWord_ShareTheStem(string one, string other) =>
        Assert.Equal(fixture.Analyzer.Term(one).Stem, fixture.Analyzer.Term(other).Stem);

    [Theory]
    [InlineData("GM0363")]
    [InlineData("2024")]
    [InlineData("13b")]
    [InlineData("27001")]
    public void Term_Code_IsKeptWhole(string code)
    {
        var term = fixture.Analyzer.Term(code);

        Assert.True(term.IsCode);
        Assert.Equal(code.ToLowerInvariant(), term.Stem);
        Assert.Empty(term.Parts);
    }

    [Fact]
    public void Term_WordWithNumber_HasBothAsParts() =>
        Assert.Equal(["iso", "27001"], fixture.Analyzer.Term("ISO27001").Parts.Select(part => part.Stem));

    [Theory]
    [InlineData("de", true)]
    [InlineData("Wordt", true)]
    [InlineData("x", true)]
    [InlineData("gemeente", false)]
    public void Term_StopWord_IsKnown(string word, bool isStopWord) =>
        Assert.Equal(isStopWord, fixture.Analyzer.Term(word).IsStopWord);

    [Fact]
    public void Term_EndlessWord_IsCutOff() =>
        Assert.Equal(100, fixture.Analyzer.Term(new string('a', 100_000)).Folded.Length);

    [Fact]
    public void Term_MoreWordsThanFit_GoesOn()
    {
        var analyzer = new Analyzer(new LexiconBuilder().Build());

        for (var number = 0; number < 150_000; number++)
            analyzer.Term($"w{number}");

        Assert.Equal("vergunning", analyzer.Term("Vergunning").Folded);
    }

    [Fact]
    public void Tokens_FromManyThreads_GiveTheSame()
    {
        var analyzer = new Analyzer(fixture.Analyzer.Lexicon);
        var text = string.Join(' ', Enumerable.Range(0, 2_000).Select(number => $"woord{number} vergunningen huis-{number}"));

        var answers = Enumerable.Range(0, 4).AsParallel().Select(_ => Folded(text, analyzer)).Distinct();

        Assert.Single(answers);
    }

    private string Folded(string text, Analyzer? analyzer = null) =>
        string.Join(' ', All(text).Select(token => (analyzer ?? fixture.Analyzer).Term(token.In(text)).Folded));

    private static List<Token> All(string text)
    {
        var tokens = new List<Token>();
        foreach (var token in new Tokens(text))
            tokens.Add(token);
        return tokens;
    }
}
