using Parelmuur.Bench.Search;

var benches = new Dictionary<string, Action<string[]>>(StringComparer.Ordinal)
{
    ["search"] = SearchBench.Run,
};

if (args.Length == 0 || !benches.TryGetValue(args[0], out var bench))
{
    Console.Error.WriteLine($"Say which: {string.Join(", ", benches.Keys)}.");
    return 1;
}

bench(args[1..]);
return 0;
