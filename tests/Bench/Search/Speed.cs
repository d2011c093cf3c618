using System.Diagnostics;
using System.Globalization;
using Parelmuur.Search;
using Parelmuur.Search.Analysis;
using Parelmuur.Search.Index;

namespace Parelmuur.Bench.Search;

/// <summary>How fast the engine is with generated entries, in this process and on this machine.</summary>
internal static class Speed
{
    private const int Questions = 3000, Plans = 500, Callers = 8;
    private static readonly string[] Facets = ["stage", "kind", "theme", "province", "size"];

    public static void Print()
    {
        var warm = new Generated();
        _ = Measure(warm.Entries(2000), warm);
        var generated = new Generated();
        var (small, large) = (Measure(generated.Entries(10_000), generated), Measure(generated.Entries(100_000), generated));
        Table.Print(
            "Search speed",
            [["measure", "10,000 entries", "100,000 entries", "budget"],
            ["build, entries/s", Whole(small.Rate), Whole(large.Rate), "≥ 20,000"],
            ["memory per entry, bytes", Whole(small.Bytes), Whole(large.Bytes), "≤ 2,048"],
            ["1–3 words with facets, p50 ms", Time(small.Alone, .5), Time(large.Alone, .5), ""],
            ["1–3 words with facets, p99 ms", Time(small.Alone, .99), Time(large.Alone, .99), "≤ 3"],
            ["the same at 8 callers, p50 ms", Time(small.Together, .5), Time(large.Together, .5), ""],
            ["the same at 8 callers, p99 ms", Time(small.Together, .99), Time(large.Together, .99), ""],
            ["check 150 words, p99 ms", Time(small.Checks, .99), Time(large.Checks, .99), "≤ 5"],
            ["growth of p50", "", $"{At(large.Alone, .5) / At(small.Alone, .5):0.0}×", "≤ 2×"]]);
    }

    private static Measured Measure(List<SearchEntry> entries, Generated generated)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = new SearchIndex(new Analyzer());
        var build = Stopwatch.StartNew();
        foreach (var batch in entries.Chunk(20_000))
            index.Put(batch);
        var rate = entries.Count / build.Elapsed.TotalSeconds;
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)entries.Count;

        var engine = new SearchEngine(index, TimeProvider.System);
        SearchQuestion[] questions = [.. Enumerable.Range(0, Questions).Select(_ => new SearchQuestion(generated.Question()) { CountFacets = Facets })];
        string[] plans = [.. Enumerable.Range(0, Plans).Select(_ => generated.Plan())];
        _ = Times(questions[..500], question => engine.Find(question));
        _ = Times(plans[..50], plan => engine.Check(new CheckQuestion(plan)));
        return new Measured(
            rate,
            bytes,
            Times(questions, question => engine.Find(question)),
            AtOnce(questions, question => engine.Find(question)),
            Times(plans, plan => engine.Check(new CheckQuestion(plan))));
    }

    private static double[] Times<T>(IEnumerable<T> all, Action<T> ask) => [.. all.Select(one =>
    {
        var start = Stopwatch.GetTimestamp();
        ask(one);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }).Order()];

    private static double[] AtOnce<T>(T[] all, Action<T> ask)
    {
        var times = new double[Callers][];
        var callers = Enumerable.Range(0, Callers).Select(caller =>
            new Thread(() => times[caller] = Times(all.Where((_, at) => at % Callers == caller), ask))).ToList();
        callers.ForEach(caller => caller.Start());
        callers.ForEach(caller => caller.Join());
        return [.. times.SelectMany(time => time).Order()];
    }

    private static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];

    private static string Time(double[] sorted, double share) => At(sorted, share).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Whole(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private sealed record Measured(double Rate, double Bytes, double[] Alone, double[] Together, double[] Checks);
}
