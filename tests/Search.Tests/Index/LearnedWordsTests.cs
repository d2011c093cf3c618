using Parelmuur.Search.Analysis;
using Parelmuur.Search.Index;
using static Parelmuur.Search.Tests.Catalogue;

namespace Parelmuur.Search.Tests.Index;

public class LearnedWordsTests
{
    private static readonly SearchEntry[] Entries =
    [
        Entry(1, "Koppeling", body: "Met de gripvol werkt het."),
        Entry(2, "Handleiding", body: "Hoe een gripvol werkt."),
        Entry(3, "Cursus", body: "Leren met gripvol."),
        Entry(4, "Advies over de gripvolaanvraag"),
    ];

    // Learning changes the analysis, so it is not shared with other tests.
    private readonly SearchIndex index = new(new Analyzer());

    [Fact]
    public void Complete_WordOfTheCatalogue_TakesItsCompoundsApart()
    {
        index.Put(Entries);
        Assert.Equal(MatchKind.Form, How("gripvol", 4));

        index.Complete();

        Assert.Equal(MatchKind.Part, How("gripvol", 4));
        Assert.Equal(MatchKind.Part, How("aanvraag", 4));
    }

    [Fact]
    public void Complete_EntryThatComesLater_HasItsCompoundsTakenApart()
    {
        index.Put(Entries);
        index.Complete();
        index.Put([Entry(5, "Kennis van gripvolmodellen")]);
        Assert.Equal(MatchKind.Part, How("model", 5));
    }

    [Fact]
    public void Complete_Name_IsNoPartOfOtherWords()
    {
        index.Put([.. Enumerable.Range(1, 5).Select(number => Entry(number, "Verslag", body: "Uit Zwoerdam.")), Entry(6, "Zwoerdammonument")]);
        index.Complete();
        Assert.NotEqual(MatchKind.Part, How("zwoerdam", 6));
    }

    private MatchKind How(string asked, int number) => new SearchEngine(index, TimeProvider.System)
        .Find(new SearchQuestion(asked)).Hits.Single(hit => Number(hit.Id) == number).Why.Single().How;
}
