using Parelmuur.Search.Analysis;
using Parelmuur.Search.Index;

namespace Parelmuur.Search.Tests;

/// <summary>An index with a few entries, each known by a small number.</summary>
internal sealed class Catalogue
{
    // Loading the word list takes long enough to do it once.
    private static readonly Lazy<Analyzer> Analyzer = new(() => new Analyzer());

    public Catalogue(params IReadOnlyList<SearchEntry> entries)
    {
        Index = new SearchIndex(Analyzer.Value);
        Engine = new SearchEngine(Index, new SetTime(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero)));
        Index.Put(entries);
    }

    public SearchIndex Index { get; }

    public ISearch Engine { get; }

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    public static int Number(Guid id) => BitConverter.ToInt32(id.ToByteArray());

    public static SearchEntry Entry(int number, string title, string lead = "", string body = "") =>
        new(Id(number), "Solution", title, lead, body);

    public int[] Find(string text) => Find(new SearchQuestion(text));

    public int[] Find(SearchQuestion question) => [.. Engine.Find(question).Hits.Select(hit => Number(hit.Id))];
}
