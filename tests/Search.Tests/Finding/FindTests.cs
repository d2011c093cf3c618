using static Parelmuur.Search.Tests.Catalogue;

namespace Parelmuur.Search.Tests.Finding;

public class FindTests
{
    [Theory]
    [InlineData("registreren", "Registratie van bezoek")]
    [InlineData("aanvrager", "Subsidieaanvragen in beeld")]
    public void Find_WordOfTheSameFamily_IsFound(string asked, string title)
    {
        var hit = Assert.Single(new Catalogue(Entry(1, title), Entry(2, "Iets anders")).Engine.Find(new SearchQuestion(asked)).Hits);
        Assert.Equal(1, Number(hit.Id));
        Assert.NotEmpty(hit.Why);
    }

    [Fact]
    public void Find_AllThatTheTitleSays_ComesBeforeAPartOfATitle()
    {
        var catalogue = new Catalogue(
            Entry(1, "Afval kalender", body: "inzamelen papier glas"),
            Entry(2, "Afval", body: "inzamelen kalender papier glas"));
        Assert.Equal([2, 1], catalogue.Find("afval inzamelen"));
    }

    [Fact]
    public void Find_ExactTitle_ComesFirst()
    {
        var catalogue = new Catalogue(
            Entry(1, "Vergunningen en vergunningverlening", "Vergunning op vergunning", "vergunning vergunning vergunning"),
            Entry(2, "Vergunning"),
            Entry(3, "Vergunning aanvragen"));
        Assert.Equal(2, catalogue.Find("vergunning")[0]);
    }

    [Fact]
    public void Find_PartOfCompound_RanksUnderTheWordItself()
    {
        var catalogue = new Catalogue(Entry(1, "Omgevingsvergunning online"), Entry(2, "Vergunning online"));
        Assert.Equal([2, 1], catalogue.Find("vergunning"));
        Assert.Equal([1, 2], catalogue.Find("omgevingsvergunning"));
    }

    [Fact]
    public void Find_BeginOfCompound_FindsCompound()
    {
        var catalogue = new Catalogue(Entry(1, "Aanpak schuldhulpverlening"), Entry(2, "Zwembad"));
        Assert.Equal([1], catalogue.Find("schuldhulp"));
    }

    [Fact]
    public void Find_CompoundThatNobodyWrites_IsFoundByItsBeginBeforeItsEnd()
    {
        var catalogue = new Catalogue(Entry(1, "Vergunning verlengen"), Entry(2, "Omgeving verkennen"), Entry(3, "Zwembad"));
        Assert.Equal([2, 1], catalogue.Find("omgevingsvergunning"));
    }

    [Theory]
    [InlineData("schulden", "Formulieren vulden")]
    [InlineData("mensen", "Beste wensen")]
    [InlineData("eerder", "Alle beheerders")]
    public void Find_WordThatOnlySharesItsLetters_IsNotFound(string asked, string title) =>
        Assert.Empty(new Catalogue(Entry(1, title), Entry(2, "Zwembad")).Find(asked));

    [Fact]
    public void Find_EndOfWordThatNobodyCanTakeApart_IsFound() =>
        Assert.Equal([1], new Catalogue(Entry(1, "Qwistelaanslag"), Entry(2, "Zwembad")).Find("aanslag"));

    [Fact]
    public void Find_OtherForm_IsExplained()
    {
        var catalogue = new Catalogue(Entry(1, "Vergunningen voor evenementen"));
        var why = Assert.Single(Assert.Single(catalogue.Engine.Find(new SearchQuestion("Vergunning")).Hits).Why);
        Assert.Equal(("Vergunning", "Vergunningen", MatchKind.Form, 1f), (why.Asked, why.Found, why.How, why.Share));
    }

    [Fact]
    public void Find_Synonym_FindsTheOtherName()
    {
        var catalogue = new Catalogue(Entry(1, "Grip op de Participatiewet"), Entry(2, "Afval scheiden"));
        var hit = Assert.Single(catalogue.Engine.Find(new SearchQuestion("bijstand")).Hits);
        Assert.Equal(MatchKind.Synonym, Assert.Single(hit.Why).How);
    }

    [Fact]
    public void Find_SlipOfThePen_FindsAndSuggests()
    {
        var catalogue = new Catalogue(Entry(1, "Schuldhulpverlening voor jongeren"), Entry(2, "Parkeren"));
        var answer = catalogue.Engine.Find(new SearchQuestion("jongerne met schulden"));
        Assert.Equal(1, Number(answer.Hits[0].Id));
        Assert.Equal("jongeren met schulden", answer.DidYouMean);
    }

    [Fact]
    public void Find_KnownWord_SuggestsNothing()
    {
        var catalogue = new Catalogue(Entry(1, "Parkeren"), Entry(2, "Markeren"));
        Assert.Null(catalogue.Engine.Find(new SearchQuestion("parkeren")).DidYouMean);
    }

    [Fact]
    public void Find_Phrase_NeedsTheWordsInARow()
    {
        var catalogue = new Catalogue(
            Entry(1, "Melding", body: "Een melding over de openbare ruimte"),
            Entry(2, "Ruimte", body: "Een openbare zaal met veel ruimte"));
        Assert.Equal([1], catalogue.Find("\"openbare ruimte\""));
        Assert.Equal(2, catalogue.Find("openbare ruimte").Length);
    }

    [Fact]
    public void Find_Phrase_DoesNotRunFromTitleIntoLead()
    {
        var catalogue = new Catalogue(Entry(1, "De openbare", "ruimte"));
        Assert.Empty(catalogue.Find("\"openbare ruimte\""));
    }

    [Fact]
    public void Find_TitleOverBody_RanksHigher()
    {
        var catalogue = new Catalogue(
            Entry(1, "Iets anders", body: "Dit gaat over afval en nog wat"), Entry(2, "Afval in de wijk", body: "Een ander verhaal"));
        Assert.Equal([2, 1], catalogue.Find("afval"));
    }

    [Fact]
    public void Find_AllWords_RankOverSome()
    {
        var catalogue = new Catalogue(
            Entry(1, "Afval afval", "afval afval", "afval afval afval"), Entry(2, "Werk", body: "Afval en jeugd"));
        Assert.Equal(2, catalogue.Find("afval jeugd")[0]);
    }

    [Fact]
    public void Find_ManyUsers_NeverBeatsRelevance()
    {
        var catalogue = new Catalogue(
            Entry(1, "Handboek", body: "Ook over jeugdzorg staat hier een woord tussen veel andere woorden van belang") with
            {
                Users = 342,
                ConfirmedUsers = 342,
                Confirmed = new DateOnly(2026, 11, 1),
            },
            Entry(2, "Jeugdzorg in de wijk"));
        Assert.Equal([2, 1], catalogue.Find("jeugdzorg"));
    }

    [Fact]
    public void Find_Faded_RanksLower()
    {
        var catalogue = new Catalogue(Entry(1, "Jeugd in de wijk") with { Faded = true }, Entry(2, "Jeugd in de wijk"));
        Assert.Equal([2, 1], catalogue.Find("jeugd"));
    }

    [Fact]
    public void Find_WithoutWords_GivesEverythingInTheAskedOrder()
    {
        var catalogue = new Catalogue(
            Entry(1, "Een") with { Users = 1, Created = new DateOnly(2026, 3, 1), Confirmed = new DateOnly(2026, 4, 1) },
            Entry(2, "Twee") with { Users = 3, Created = new DateOnly(2026, 1, 1) },
            Entry(3, "Drie") with { Users = 2, Created = new DateOnly(2026, 2, 1), Confirmed = new DateOnly(2026, 5, 1) });
        Assert.Equal([2, 3, 1], catalogue.Find(" "));
        Assert.Equal([2, 3, 1], catalogue.Find(new SearchQuestion("") { Sort = SearchSort.MostUsed }));
        Assert.Equal([1, 3, 2], catalogue.Find(new SearchQuestion("") { Sort = SearchSort.Newest }));
        Assert.Equal([3, 1, 2], catalogue.Find(new SearchQuestion("") { Sort = SearchSort.RecentlyConfirmed }));
    }

    [Fact]
    public void Find_OnlyStopWords_FindsTheTitle()
    {
        var catalogue = new Catalogue(Entry(1, "Wie is wie"), Entry(2, "Zwembad", "Dat is wie wij zijn"));
        Assert.Equal([1], catalogue.Find("wie is wie"));
    }

    [Theory]
    [InlineData("\0\u0001\uFFFF")]
    [InlineData("😀🏳️‍🌈\uD800")]
    [InlineData("\"\"\"")]
    [InlineData("de het een")]
    public void Find_HostileInput_FindsNothingAndDoesNotFail(string text)
    {
        var catalogue = new Catalogue(Entry(1, "Zwembad 😀", text, text));
        catalogue.Engine.Marking(text)(text);
        catalogue.Engine.Suggest(text);
        catalogue.Engine.Check(new CheckQuestion(text));
        Assert.True(catalogue.Engine.Find(new SearchQuestion(text)).Total <= 1);
    }

    [Fact]
    public void Find_AMillionLetters_IsReadInOneGo()
    {
        var catalogue = new Catalogue(Entry(1, new string('a', 1_000_000)));
        Assert.Equal([1], catalogue.Find(new string('a', 1_000_000)));
        Assert.Empty(catalogue.Engine.Check(new CheckQuestion(string.Join(' ', Enumerable.Repeat("zwembad", 100_000)))).Matches);
    }

    [Fact]
    public void Mark_FormsAndParts_AreMarked()
    {
        var pieces = new Catalogue().Engine.Marking("vergunningen")("Elke omgevingsvergunning telt.");
        Assert.Equal(
            [new TextPiece("Elke ", false), new TextPiece("omgevingsvergunning", true), new TextPiece(" telt.", false)],
            pieces);
    }

    [Theory]
    [InlineData(SearchSort.Newest)]
    [InlineData(SearchSort.MostUsed)]
    [InlineData(SearchSort.RecentlyConfirmed)]
    public void Find_InAnotherOrder_TellsTheSameScores(SearchSort sort)
    {
        var catalogue = new Catalogue(
            Entry(1, "Schulden voorkomen", "Schulden van jongeren"),
            Entry(2, "Brief over afval", body: "Ook over schulden.") with { Users = 90, Created = new(2026, 5, 1), Confirmed = new(2026, 5, 1) },
            Entry(3, "Zwembad") with { Users = 200 });
        var byMatch = catalogue.Engine.Find(new SearchQuestion("schulden"));
        var byOrder = catalogue.Engine.Find(new SearchQuestion("schulden") { Sort = sort });
        var later = catalogue.Engine.Find(new SearchQuestion("schulden") { Sort = sort, Skip = 1, Take = 1 });

        Assert.Equal([1, 2], byMatch.Hits.Select(hit => Number(hit.Id)));
        Assert.Equal([2, 1], byOrder.Hits.Select(hit => Number(hit.Id)));
        Assert.Equal(byMatch.Hits.Select(hit => hit.Score), byOrder.Hits.Reverse().Select(hit => hit.Score));
        Assert.Equal(byMatch.Hits[0].Score, Assert.Single(later.Hits).Score);
        Assert.All([byMatch, byOrder, later], answer => Assert.Equal(byMatch.Hits[0].Score, answer.BestScore));
    }

    [Fact]
    public void Suggest_WordThatFoldsLonger_KeepsWhatStoodBeforeIt()
    {
        var catalogue = new Catalogue(Entry(1, "Schulden voorkomen"));
        Assert.Equal("Straße schulden", catalogue.Engine.Suggest("Straße schu")[0].Text, ignoreCase: true);
    }

    [Fact]
    public void Suggest_Prefix_GivesTitlesAndWords()
    {
        var catalogue = new Catalogue(
            Entry(1, "Jeugdzorg in de wijk"), Entry(2, "Hulp voor jeugd") with { Users = 4 }, Entry(3, "Zwembad", "Jeugdwerk"));
        var suggestions = catalogue.Engine.Suggest("jeu");
        Assert.Equal(new Suggestion("Jeugdzorg in de wijk", Id(1)), suggestions[0]);
        Assert.Contains(new Suggestion("Hulp voor jeugd", Id(2)), suggestions);
        Assert.Contains(suggestions, suggestion => suggestion is { Text: "Jeugdwerk", Id: null });
    }
}
