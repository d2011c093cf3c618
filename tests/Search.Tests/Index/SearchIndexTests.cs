using static Parelmuur.Search.Tests.Catalogue;

namespace Parelmuur.Search.Tests.Index;

/// <summary>Compares the index with the plainest way to do the same, on many small random catalogues.</summary>
public class SearchIndexTests
{
    private static readonly string[] Words = ["jeugd", "afval", "water", "wegen", "zorg", "cultuur", "sport", "veiligheid"];
    private static readonly string[] Stages = ["Gem", "Shared", "Standard"];
    private static readonly string[] Kinds = ["Software", "Service"];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Find_OneWord_EqualsNaiveScan(int seed)
    {
        var random = new Random(seed);
        var entries = Entries(random);
        var catalogue = new Catalogue(entries);
        foreach (var word in Words)
        {
            var expected = entries.Where(entry => Text(entry).Contains(word, StringComparison.Ordinal)).Select(entry => entry.Id);
            var found = catalogue.Engine.Find(new SearchQuestion(word) { Take = 100 });
            Assert.Equal(expected.Order(), found.Hits.Select(hit => hit.Id).Order());
            Assert.Equal(found.Total, found.Hits.Count);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Find_Facets_EqualNaiveCounts(int seed)
    {
        var random = new Random(seed);
        var entries = Entries(random);
        FacetValue[] filters = [.. Stages.Take(random.Next(3)).Select(value => new FacetValue("stage", value)), new("kind", Kinds[0])];
        var answer = new Catalogue(entries).Engine.Find(
            new SearchQuestion(seed % 2 == 0 ? "" : "zorg") { Filters = filters, CountFacets = ["stage", "kind"], Take = 100 });

        var matching = entries.Where(entry => seed % 2 == 0 || Text(entry).Contains("zorg", StringComparison.Ordinal)).ToList();
        foreach (var facet in new[] { "stage", "kind" })
        {
            var counted = matching.Where(entry => Passes(entry, filters.Where(filter => filter.Facet != facet)));
            var expected = counted.SelectMany(entry => entry.Facets).Where(value => value.Facet == facet)
                .GroupBy(value => value.Value).Select(group => new FacetCount(group.Key, group.Count()));
            Assert.Equal(expected.OrderBy(count => count.Value), answer.Facets[facet].OrderBy(count => count.Value));
        }

        Assert.Equal(matching.Count(entry => Passes(entry, filters)), answer.Total);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Put_UpdatesAndRemovals_EqualRebuiltIndex(int seed)
    {
        var random = new Random(seed);
        var current = Entries(random).ToDictionary(entry => entry.Id);
        var changed = new Catalogue([.. current.Values]);
        for (var round = 0; round < 6; round++)
        {
            var changes = Enumerable.Range(0, random.Next(1, 8)).Select(_ => Random(random, random.Next(60))).ToList();
            changed.Index.Put([.. changes.Select(entry => entry with { Removed = entry.Users % 3 == 0 })]);
            foreach (var entry in changes)
            {
                current.Remove(entry.Id);
                if (entry.Users % 3 != 0)
                    current.Add(entry.Id, entry);
            }
        }

        var rebuilt = new Catalogue([.. current.Values]);
        Assert.Equal(rebuilt.Engine.Count, changed.Engine.Count);
        foreach (var text in Words.Append("jeugd zorg sport").Append(""))
        {
            var question = new SearchQuestion(text) { Take = 100, CountFacets = ["stage"] };
            var (expected, found) = (rebuilt.Engine.Find(question), changed.Engine.Find(question));
            Assert.Equal(expected.Hits.Select(hit => hit.Id), found.Hits.Select(hit => hit.Id));
            Assert.Equal(expected.Facets["stage"], found.Facets["stage"]);
        }
    }

    [Fact]
    public void Put_SameIdTwice_LastCounts()
    {
        var catalogue = new Catalogue(Entry(1, "Afval"), Entry(1, "Water"));
        Assert.Equal(1, catalogue.Engine.Count);
        Assert.Equal([1], catalogue.Find("water"));
        Assert.Empty(catalogue.Find("afval"));
    }

    [Fact]
    public void Put_WhatIsThereAlready_KeepsTheSnapshot_AndAnyDifferenceMakesAnother()
    {
        var entry = Entry(1, "Afval", "Kort", "Lang") with { Keywords = ["wet"], Tellings = ["verteld"], Facets = [new("stage", "Gem")] };
        SearchEntry[] others =
        [
            entry with { Kind = "Intention" }, entry with { Title = "Water" }, entry with { Lead = "Korter" }, entry with { Body = "Langer" },
            entry with { Keywords = ["wet", ""] }, entry with { Tellings = [] }, entry with { Facets = [new("stage", "Shared")] },
            entry with { Users = 1 }, entry with { ConfirmedUsers = 1 }, entry with { Confirmed = new(2026, 1, 1) }, entry with { Created = new(2026, 1, 1) },
            entry with { Faded = true }, entry with { Tentative = true }, entry with { Removed = true },
        ];
        // All there is to an entry but its id.
        Assert.Equal(typeof(SearchEntry).GetProperties().Length - 1, others.Length);

        foreach (var other in others)
        {
            var index = new Catalogue(entry).Index;
            var before = index.Snapshot;
            index.Put([entry with { Facets = [new("stage", "Gem")] }, Entry(2, "Weg") with { Removed = true }]);
            Assert.Same(before, index.Snapshot);
            index.Put([other]);
            Assert.NotSame(before, index.Snapshot);
        }
    }

    [Fact]
    public void Put_ManySingles_KeepsFewSegments()
    {
        var catalogue = new Catalogue();
        for (var number = 1; number <= 300; number++)
            catalogue.Index.Put([Entry(number, $"Afval {number}")]);
        Assert.Equal(300, catalogue.Engine.Count);
        Assert.InRange(catalogue.Index.Snapshot.Parts.Length, 1, 8);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Fill_InPieces_FindsAtOnce_AndCompleteEqualsPut(int seed)
    {
        var entries = Entries(new Random(seed));
        var (put, filled) = (new Catalogue(entries), new Catalogue());
        foreach (var piece in entries.Chunk(5))
        {
            filled.Index.Fill(piece);
            Assert.Contains(piece[^1].Id, filled.Engine.Find(new SearchQuestion("") { Take = 100 }).Hits.Select(hit => hit.Id));
        }

        filled.Index.Complete();

        Assert.InRange(filled.Index.Snapshot.Parts.Length, 1, 3);
        foreach (var text in Words.Append(""))
        {
            var question = new SearchQuestion(text) { Take = 100 };
            Assert.Equal(put.Engine.Find(question).Hits.Select(hit => hit.Id), filled.Engine.Find(question).Hits.Select(hit => hit.Id));
        }
    }

    [Fact]
    public async Task Find_WhileWriting_SeesWholeBatches()
    {
        var catalogue = new Catalogue();
        var writing = Task.Run(() =>
        {
            for (var batch = 1; batch <= 200; batch++)
                catalogue.Index.Put([.. Enumerable.Range(1, 5).Select(number => Entry(number, "Afval", body: $"ronde {batch}"))]);
        });
        while (!writing.IsCompleted)
        {
            var answer = catalogue.Engine.Find(new SearchQuestion("afval"));
            Assert.True(answer.Total is 0 or 5);
            Assert.Equal(answer.Total, answer.Hits.Count);
        }

        await writing;
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    private static List<SearchEntry> Entries(Random random) =>
        [.. Enumerable.Range(0, random.Next(1, 50)).Select(number => Random(random, number))];

    private static SearchEntry Random(Random random, int number) =>
        Entry(number, $"{Some(random, 2)} {number}", Some(random, 3), Some(random, 6)) with
        {
            Users = random.Next(10),
            Keywords = [Some(random, 1)],
            Facets =
            [
                new FacetValue("kind", Kinds[random.Next(Kinds.Length)]),
                .. Stages.Where(_ => random.Next(2) == 0).Select(stage => new FacetValue("stage", stage)),
            ],
        };

    private static string Some(Random random, int most) =>
        string.Join(' ', Enumerable.Range(0, random.Next(most + 1)).Select(_ => Words[random.Next(Words.Length)]));

    private static string Text(SearchEntry entry) =>
        $"{entry.Title} {entry.Lead} {entry.Body} {string.Join(' ', entry.Keywords)}";

    private static bool Passes(SearchEntry entry, IEnumerable<FacetValue> filters) => filters
        .GroupBy(filter => filter.Facet).All(group => group.Any(filter => entry.Facets.Contains(filter)));
}
