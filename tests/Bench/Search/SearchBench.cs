namespace Parelmuur.Bench.Search;

/// <summary>Measures what Search finds and how fast: "search", "search quality", "search speed", "search page", "search answers" or "search api".</summary>
internal static class SearchBench
{
    public static async Task RunAsync(string[] args)
    {
        var only = args.FirstOrDefault();
        if (only is null or "quality")
            Quality.Print();
        if (only is null or "speed")
            Speed.Print();
        if (only is "page")
            await SearchPage.RunAsync(args[1..]);
        if (only is "answers")
            Answers.Print();
        if (only is "api")
            await Api.PrintAsync();
    }
}
