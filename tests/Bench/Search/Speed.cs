using System.Diagnostics;
using System.Globalization;
using Parelmuur.Search;
using Parelmuur.Search.Analysis;
using Parelmuur.Search.Index;

namespace Parelmuur.Bench.Search;

/// <summary>How fast the engine is with generated entries, in this process and on this machine.</summary>
/// <remarks>
/// Times are as a caller sees them; next to them stands the time that the processor itself worked, which does not
/// change when the machine has more to do. Rows come as soon as they are measured. Several callers who ask without a pause wait for one
/// another as soon as there are more of them than processors: the budget of the engine is compared with its own work then, and
/// <c>script/bench search page</c> measures how long the page takes them.
/// </remarks>
internal static class Speed
{
    private const int Questions = 2000, Plans = 300, Callers = 8;
    private static readonly string[] Facets = ["stage", "kind", "theme", "province", "size"];

    public static void Print()
    {
        var warm = new Generated();
        _ = Measure(warm.Entries(2000), warm, print: false);
        var generated = new Generated();
        Table.Head("Search speed", "measure", "entries", "p50", "p99", "p50 work", "p99 work", "budget", "of budget");
        var small = Measure(generated.Entries(10_000), generated, print: true);
        var large = Measure(generated.Entries(100_000), generated, print: true);
        Table.Row("growth of p50", "10 times", $"{large.Clock / small.Clock:0.0}×", "", $"{large.Work / small.Work:0.0}×", "", "≤ 2×", Ratio(large.Clock / small.Clock, 2));
    }

    private static Times Measure(List<SearchEntry> entries, Generated generated, bool print)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = new SearchIndex(new Analyzer());
        var work = Process.GetCurrentProcess().TotalProcessorTime;
        var build = Stopwatch.StartNew();
        var batches = entries.Chunk(20_000).ToList();
        batches[..^1].ForEach(index.Fill);
        index.Put(batches[^1]);
        var rate = entries.Count / build.Elapsed.TotalSeconds;
        var workRate = entries.Count * Environment.ProcessorCount / (Process.GetCurrentProcess().TotalProcessorTime - work).TotalSeconds;
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)entries.Count;

        var engine = new SearchEngine(index, TimeProvider.System);
        SearchQuestion[] questions = [.. Enumerable.Range(0, Questions).Select(_ => new SearchQuestion(generated.Question()) { CountFacets = Facets })];
        string[] plans = [.. Enumerable.Range(0, Plans).Select(_ => generated.Plan())];
        _ = Times.Of(questions[..500], question => engine.Find(question));
        _ = Times.Of(plans[..50], plan => engine.Check(new CheckQuestion(plan)));
        var alone = Times.Of(questions, question => engine.Find(question));
        if (!print)
            return alone;

        var count = entries.Count.ToString("N0", CultureInfo.InvariantCulture);
        Table.Row("build, entries/s", count, $"{rate:N0}", "", $"{workRate:N0}", "", "≥ 20,000", Ratio(20_000, rate));
        Table.Row("memory per entry, bytes", count, $"{bytes:N0}", "", "", "", "≤ 2,048", Ratio(bytes, 2048));
        Print("1–3 words with facets, ms", count, alone, 3);
        Print($"the same, {Callers} callers, ms", count, Times.AtOnce(Callers, questions, question => engine.Find(question)), 3, ofWork: true);
        Print("check 150 words, ms", count, Times.Of(plans, plan => engine.Check(new CheckQuestion(plan))), 5);
        return alone;
    }

    private static void Print(string name, string count, Times times, double budget, bool ofWork = false) => Table.Row(
        name, count, $"{times.Clock:0.00}", $"{times.ClockAt(.99):0.00}", $"{times.Work:0.00}", $"{times.WorkAt(.99):0.00}",
        $"{(ofWork ? "work" : "p99")} ≤ {budget}", Ratio(ofWork ? times.WorkAt(.99) : times.ClockAt(.99), budget));

    private static string Ratio(double measured, double budget) =>
        (measured / budget).ToString("0.00", CultureInfo.InvariantCulture);
}
