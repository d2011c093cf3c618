using System.Globalization;
using Parelmuur.Search;
using Parelmuur.Search.Analysis;
using Parelmuur.Search.Index;

namespace Parelmuur.Bench.Search;

/// <summary>Prints whole answers, a line each, to compare before and after a change that must not change any.</summary>
/// <remarks><c>script/bench search answers > before.txt</c>, and the same afterwards; then <c>diff</c> says what changed.</remarks>
internal static class Answers
{
    // So few at a time are built on one thread: words then get the same numbers in every run.
    private const int Batch = 500;
    private const int Questions = 1500, Plans = 60;
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Facets = ["stage", "kind", "theme", "province", "size"];

    public static void Print()
    {
        var generated = new Generated();
        var entries = generated.Entries(20_000);
        var changed = entries.Where((_, at) => at % 37 == 0).Select(entry => entry with { Removed = entry.Users % 2 == 0, Lead = entry.Title });
        var engine = Engine([.. entries, .. changed]);
        for (var at = 0; at < Questions; at++)
            Print(engine.Find(Question(at, generated.Question())));
        for (var at = 0; at < Plans; at++)
            Print(engine.Check(new CheckQuestion(generated.Plan())));
        Print(Judged.Gemma(withExplanation: false));
        Print(Judged.Gemma(withExplanation: true));
        Print(Judged.Families());
    }

    private static void Print(Judged set)
    {
        var engine = Engine(set.Entries);
        foreach (var (text, _, _) in set.Questions)
        {
            Print(engine.Find(new SearchQuestion(text)));
            Print(engine.Check(new CheckQuestion(text)));
        }
    }

    private static SearchEngine Engine(IEnumerable<SearchEntry> entries)
    {
        var index = new SearchIndex(new Analyzer());
        foreach (var batch in entries.Chunk(Batch))
            index.Put(batch);
        return new SearchEngine(index, new SetTime(Now));
    }

    private static SearchQuestion Question(int at, string text) => new(at % 11 == 5 ? $"\"{text}\"" : at % 97 == 5 ? "" : text)
    {
        CountFacets = Facets,
        Sort = at % 7 == 0 ? (SearchSort)(at % 4) : SearchSort.Relevance,
        Filters = (at % 5) switch
        {
            0 => [new FacetValue("stage", "s1"), new FacetValue("theme", "t3"), new FacetValue("theme", "t4")],
            1 => [new FacetValue("province", "p2")],
            _ => [],
        },
        Skip = at % 13 == 0 ? 190 : 0,
    };

    private static void Print(SearchAnswer answer)
    {
        var facets = answer.Facets.Select(facet => $"{facet.Key}: {string.Join(' ', facet.Value.Select(count => $"{count.Value}={count.Count}"))}");
        var hits = answer.Hits.Select(hit => $"{Number(hit.Id)} {Round(hit.Score)} {Text(hit.Why)}");
        Console.WriteLine($"{answer.Total} {answer.DidYouMean} [{string.Join("] [", hits)}] {string.Join("; ", facets)}");
    }

    private static void Print(CheckAnswer answer) => Console.WriteLine(string.Join(" ", answer.Matches.Select(match =>
        $"[{Number(match.Id)} {Round(match.Score)} {match.Strength} {Text(match.Why)} {string.Join(',', match.OnlyInPlan)} {string.Join(',', match.OnlyInEntry)}]")));

    private static string Text(IReadOnlyList<MatchReason> why) =>
        string.Join(' ', why.Select(reason => $"{reason.Asked}~{reason.Found}~{reason.How}~{Round(reason.Share)}"));

    private static int Number(Guid id) => BitConverter.ToInt32(id.ToByteArray());

    private static string Round(float score) => score.ToString("G9", CultureInfo.InvariantCulture);
}
