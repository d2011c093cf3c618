namespace Parelmuur.Bench.Search;

/// <summary>Measures what Search finds and how fast: "search", "search quality" or "search speed".</summary>
internal static class SearchBench
{
    public static Task RunAsync(string[] args)
    {
        var only = args.FirstOrDefault();
        if (only is null or "quality")
            Quality.Print();
        if (only is null or "speed")
            Speed.Print();
        return Task.CompletedTask;
    }
}
