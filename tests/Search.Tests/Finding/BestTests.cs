using Parelmuur.Search.Finding;
using static Parelmuur.Search.Tests.Catalogue;

namespace Parelmuur.Search.Tests.Finding;

public class BestTests
{
    private const int Entries = 1000;

    private static readonly Catalogue Catalogue = new([.. Enumerable.Range(0, Entries).Select(number =>
        Entry((number * 337) % Entries, "Afval", body: string.Join(' ', Enumerable.Repeat("afval", number % 7))) with { ConfirmedUsers = number % 300 })]);

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 5)]
    [InlineData(7, 3)]
    [InlineData(200, 40)]
    [InlineData(999, 900)]
    [InlineData(2000, 2)]
    public void Take_AnySize_EqualsSortingEverything(int size, int differentKeys)
    {
        var (random, snapshot) = (new Random(size), Catalogue.Index.Snapshot);
        var offered = Enumerable.Range(0, Entries).Select(number => (Document: snapshot.Find(Id(number)), Key: (double)random.Next(differentKeys))).ToList();
        var best = new Best(snapshot, size);
        offered.ForEach(entry => best.Offer(entry.Document, entry.Key));
        Assert.Equal(offered.OrderByDescending(entry => entry.Key).ThenBy(entry => snapshot[entry.Document].Id).Take(size), best.Take());
    }

    [Fact]
    public void Find_PageAfterPage_GivesEveryEntryOnce()
    {
        var pages = Enumerable.Range(0, 11).SelectMany(page => Catalogue.Find(new SearchQuestion("afval") { Skip = page * 100, Take = 100 }));
        Assert.Equal(Enumerable.Range(0, Entries), pages.Order());
    }
}
