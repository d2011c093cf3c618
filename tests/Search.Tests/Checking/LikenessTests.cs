using Parelmuur.Search.Checking;
using Parelmuur.Search.Finding;
using static Parelmuur.Search.Tests.Catalogue;

namespace Parelmuur.Search.Tests.Checking;

public class LikenessTests
{
    private const string Named = "Kapmeldingen en herplant volgen", Mentioned = "Allerlei over bomen";

    [Fact]
    public void Of_SameWordsInTitle_IsMoreThanInText()
    {
        var index = new Catalogue(Entry(1, Mentioned, body: Named), Entry(2, Named, body: Mentioned)).Index;
        var plan = new Plan(index.Vocabulary, index.Snapshot, Question.Read(index.Analyzer, "Wij volgen kapmeldingen en herplant in de stad.", 100));
        var likeness = new Likeness(index.Vocabulary, index.Snapshot, plan);
        float Cosine(int number) => likeness.Of(index.Snapshot.Find(Id(number))).Cosine;
        Assert.True(Cosine(2) > Cosine(1) * 1.05f, $"{Cosine(2)} and {Cosine(1)}");
    }

    [Fact]
    public void Consensus_WithoutMatches_LikensNothing() =>
        Assert.Equal(0, new Consensus([]).Of(new GistWeights([], 1)));
}
