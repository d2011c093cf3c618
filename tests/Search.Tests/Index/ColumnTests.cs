using static Parelmuur.Search.Tests.Catalogue;

namespace Parelmuur.Search.Tests.Index;

/// <summary>Words that so many entries use that they have a column: what is found is the same as without.</summary>
public class ColumnTests
{
    private const int Entries = 3000;
    private static readonly Catalogue Many = Make(Entries);
    private static readonly Catalogue Few = Make(Entries / 100);

    [Theory]
    [InlineData("afval", 1)]
    [InlineData("papier", 2)]
    [InlineData("plastic", 8)]
    [InlineData("glas", 60)]
    public void Find_OneWord_CountsEveryLivingEntryThatUsesIt(string word, int each)
    {
        var answer = Many.Engine.Find(new SearchQuestion(word) { CountFacets = ["stage"] });
        var expected = Enumerable.Range(0, Entries).Count(number => Lives(number) && number % each == 0);
        Assert.Equal(expected, answer.Total);
        Assert.Equal(expected, answer.Facets["stage"].Sum(stage => stage.Count));
    }

    [Theory]
    [InlineData("glas afval", 60)]
    [InlineData("afval plastic papier", 8)]
    [InlineData("afvalinzameling papier", 2)]
    public void Find_SomeWords_GivesEntriesWithAllOfThemFirst(string text, int each) =>
        Assert.All(Many.Find(new SearchQuestion(text) { Take = 20 }), number => Assert.True(Lives(number) && number % each == 0));

    [Fact]
    public void Find_ManyOrFewEntries_GivesTheSameReasons()
    {
        foreach (var text in (string[])["papier", "afvalinzameling", "\"papier in de container\"", "papiers", "papier afval"])
            Assert.Equal(Why(Few, text), Why(Many, text));
    }

    [Fact]
    public void Find_BestEntryAmongTheLast_IsMeasuredWithTheOthers()
    {
        // The last word of bits has room left, which must not count.
        var catalogue = new Catalogue([.. Enumerable.Range(0, 1150).Select(number =>
            Entry(number, number == 1149 ? "Brandnetel en brandnetelsoep" : "Moestuin", body: "Er groeit een brandnetel en nog veel meer."))]);
        var answer = catalogue.Engine.Find(new SearchQuestion("brandnetel"));
        Assert.Equal(1150, answer.Total);
        Assert.Equal(1149, Number(answer.Hits[0].Id));
    }

    [Fact]
    public void Postings_OfAColumn_AreThoseThatUseTheWord()
    {
        var part = Many.Index.Snapshot.Parts[0];
        var words = part.Segment.Words;
        var row = words.Row(Many.Index.Vocabulary.Find("plastic")!.Id);
        List<int> documents = [];
        for (var postings = words.Postings(row); postings.MoveNext();)
            documents.Add(Number(part.Segment.Entries[postings.Document].Id));
        Assert.True(words.HasColumn(row));
        Assert.Equal(Enumerable.Range(0, Entries).Where(number => number % 8 == 0), documents.Order());
        Assert.Equal(documents.Count(Lives), part.CountLiving(row));
    }

    private static bool Lives(int number) => number % 7 != 3;

    // Why the best is found.
    private static string Why(Catalogue catalogue, string text) => string.Join(' ', catalogue.Engine
        .Find(new SearchQuestion(text)).Hits[0].Why.Select(reason => $"{reason.Asked} {reason.Found} {reason.How}"));

    private static Catalogue Make(int count)
    {
        var catalogue = new Catalogue([.. Enumerable.Range(0, count).Select(One)]);
        catalogue.Index.Put([.. Enumerable.Range(0, count).Where(number => !Lives(number)).Select(number => One(number) with { Removed = true })]);
        return catalogue;
    }

    private static SearchEntry One(int number) => Entry(number, $"Nummer {number}", body: string.Join(". ",
        new[] { (1, "Afval"), (2, "Papier in de container"), (3, "Afvalinzameling"), (8, "Plastic"), (60, "Glas") }
            .Where(word => number % word.Item1 == 0).Select(word => word.Item2)))
        with
        { Facets = [new FacetValue("stage", $"{number % 5}")] };
}
