using System.Globalization;
using Parelmuur.Bench.Pages;

namespace Parelmuur.Bench.Search;

/// <summary>How long the search page takes eight readers at once, made anew each time, with the words of <see cref="Generated"/>.</summary>
/// <remarks>
/// Mixtures of the samples know some three thousand words, so each stands in very many of them; a catalogue that grows knows more words as well.
/// </remarks>
internal static class SearchPage
{
    private const int Questions = 2_000, Seconds = 8, FewestRounds = 6, MostRounds = 12, MostMilliseconds = 10;
    private const double StillFaster = 0.03;

    public static async Task RunAsync(string[] args)
    {
        var entries = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        var generated = new Generated();
        using var folder = new TempFolder();
        await MixedCatalogue.FillAsync(folder, entries, text: generated.Text);
        List<string> pages = [.. Enumerable.Range(0, Questions).Select(_ => $"/zoeken?q={Uri.EscapeDataString(generated.Question())}")];
        using var site = await SiteProcess.StartAsync(folder, cached: false);
        var before = 0.0;
        for (var round = 1; round <= MostRounds; round++)
        {
            var rate = await Wrk.RunManyAsync(site.Address, pages, Seconds);
            // The first rounds are equally slow: the runtime translates what runs often again after half a minute.
            if (round >= FewestRounds && rate < before * (1 + StillFaster))
                break;
            before = rate;
        }

        var (half, nearlyAll) = await Wrk.LatencyAsync(site.Address, pages, Seconds);
        Table.Print($"Search page made anew, 1–3 words, {entries:N0} entries, 8 callers at once",
        [
            ["p50", "p99", "budget", "", "memory"],
            [
                $"{half:0.0} ms", $"{nearlyAll:0.0} ms", $"p99 ≤ {MostMilliseconds} ms", nearlyAll <= MostMilliseconds ? "ok" : "FALLS SHORT",
                $"{site.MemoryMb:0} MB",
            ],
        ]);
    }
}
