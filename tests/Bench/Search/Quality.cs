using System.Globalization;
using Parelmuur.Search;
using Parelmuur.Search.Analysis;
using Parelmuur.Search.Index;

namespace Parelmuur.Bench.Search;

/// <summary>Whether the right things are found, on sets judged by others.</summary>
internal static class Quality
{
    public static void Print()
    {
        Table.Print(
            "Search quality",
            [["set", "measure", "questions", "plain BM25 + stems", "Parelmuur", "budget", "even half", "odd half"],
            .. Find("GEMMA name → component", withExplanation: false, 0.80),
            .. Find("GEMMA name + explanation → component", withExplanation: true, 0.86),
            AmongOthers("the same by name, among standards and the register", withExplanation: false),
            AmongOthers("the same with explanation, among these", withExplanation: true),
            .. Check(),
            Stems()]);
    }

    private static string[][] Find(string name, bool withExplanation, double budget)
    {
        var set = Judged.Gemma(withExplanation);
        var engine = Engine(set.Entries);
        return [Row(name, set, text => engine.Find(new SearchQuestion(text) { Take = 100 }).Hits.Select(hit => hit.Id), 10, budget)];
    }

    // Nobody set a budget for it: it tells how far the two above reach.
    private static string[] AmongOthers(string name, bool withExplanation)
    {
        var set = Judged.GemmaAmongOthers(withExplanation);
        var engine = Engine(set.Entries);
        return Row(name, set, text => engine.Find(new SearchQuestion(text) { Take = 100, Filters = [Judged.FromGemma] }).Hits.Select(hit => hit.Id), 10, budget: null);
    }

    private static string[][] Check()
    {
        const string Name = "algorithm purpose → same solution elsewhere";
        var set = Judged.Families();
        var engine = Engine(set.Entries);
        IEnumerable<Guid> Ask(string text) =>
            engine.Check(new CheckQuestion(text) { Take = 100 }).Matches.Select(match => match.Id);
        return [Row(Name, set, Ask, 1, 0.70), Row(Name, set, Ask, 10, 0.93)];
    }

    private static string[] Stems()
    {
        var words = File.ReadAllLines(SharedData.Path("search/snowball-dutch/dutch_voc.txt"));
        var stems = File.ReadAllLines(SharedData.Path("search/snowball-dutch/dutch_output.txt"));
        var right = words.Zip(stems).Count(pair => Stemmer.Stem(pair.First) == pair.Second);
        return ["Dutch stems", "equal", Number(words.Length), "", Number(right), Number(words.Length), "", ""];
    }

    private static string[] Row(string name, Judged set, Func<string, IEnumerable<Guid>> ask, int first, double? budget)
    {
        var plain = new PlainBm25(set.Entries);
        return
        [
            name,
            $"hit@{first}",
            Number(set.Questions.Count),
            Share(set.HitRate(plain.Find, first)),
            Share(set.HitRate(ask, first)),
            budget is { } least ? $"≥ {Share(least)}" : "",
            Share(set.Half(0).HitRate(ask, first)),
            Share(set.Half(1).HitRate(ask, first)),
        ];
    }

    private static SearchEngine Engine(IReadOnlyList<SearchEntry> entries)
    {
        var index = new SearchIndex(new Analyzer());
        index.Put(entries);
        return new SearchEngine(index, TimeProvider.System);
    }

    private static string Share(double share) => share.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
