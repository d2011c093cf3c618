using Parelmuur.Bench.Adoption;
using Parelmuur.Bench.Import;
using Parelmuur.Bench.Load;
using Parelmuur.Bench.Pages;
using Parelmuur.Bench.Search;
using Parelmuur.Bench.Share;

var benches = new Dictionary<string, Func<string[], Task>>(StringComparer.Ordinal)
{
    ["search"] = SearchBench.RunAsync,
    ["pages"] = PagesBench.RunAsync,
    ["import"] = ImportBench.RunAsync,
    ["share"] = ShareBench.RunAsync,
    ["adoption"] = AdoptionBench.RunAsync,
    ["load"] = LoadBench.RunAsync,
};

if (args.Length == 0 || !benches.TryGetValue(args[0], out var bench))
{
    Console.Error.WriteLine($"Say which: {string.Join(", ", benches.Keys)}.");
    return 1;
}

await bench(args[1..]);
return 0;
