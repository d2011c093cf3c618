using System.Globalization;

namespace Parelmuur.Bench.Pages;

/// <summary>What ten times the entries cost: time per page and per search without cache, memory and start.</summary>
/// <remarks>One caller at a time, so that no time is spent waiting for others. Each size gets a database of its own.</remarks>
internal static class Growth
{
    private const int Times = 10, Seconds = 5, ManyPages = 100, BytesPerEntry = 2_048;

    // Twice the same measurement differs this much.
    private const double Noise = 1.2;

    public static async Task RunAsync(string[] args)
    {
        var entries = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
        var few = await MeasureAsync(entries);
        var many = await MeasureAsync(entries * Times);
        var perEntry = (many.MemoryMb - few.MemoryMb) * 1024 * 1024 / (entries * (Times - 1));
        Table.Print($"From {entries:N0} to {entries * Times:N0} entries",
        [
            ["what", "few", "many", "growth", "budget", ""],
            .. few.Medians.Zip(many.Medians, (one, other) => Row(one.Name, one.Median, other.Median, one.Budget)),
            ["start to first answer", $"{few.StartSeconds:0.0} s", $"{many.StartSeconds:0.0} s", $"{many.StartSeconds / few.StartSeconds:0.0}×", "", ""],
            [
                "memory", $"{few.MemoryMb:0} MB", $"{many.MemoryMb:0} MB", $"{perEntry:N0} bytes an entry", $"≤ {BytesPerEntry:N0}",
                perEntry <= BytesPerEntry ? "ok" : "FALLS SHORT",
            ],
        ]);
    }

    private static string[] Row(string name, double few, double many, double budget) =>
    [
        name, $"{few:0.00} ms", $"{many:0.00} ms", $"{many / few:0.0}×", $"≤ {budget:0.0}×", many / few <= budget ? "ok" : "FALLS SHORT",
    ];

    private static async Task<Size> MeasureAsync(int entries)
    {
        using var folder = new TempFolder();
        var slugs = await MixedCatalogue.FillAsync(folder, entries);
        using var site = await SiteProcess.StartAsync(folder, cached: false);
        var (start, memory) = (site.StartSeconds.First, site.MemoryMb);
        await PagesBench.WarmAsync(site, slugs);
        (string, IEnumerable<string>, double)[] kinds =
        [
            ("wall", Paths.Walls(), Noise),
            ("solution page", slugs.Select(slug => $"/oplossingen/{slug}"), Noise),
            ("search page", Paths.Searches("/zoeken?q="), 2),
            ("API search", Paths.Searches("/api/v1/search?q="), 2),
        ];
        List<(string, double, double)> medians = [];
        foreach (var (name, paths, budget) in kinds)
        {
            var asked = paths.Take(ManyPages).ToList();
            await Wrk.RunManyAsync(site.Address, asked, Seconds);
            medians.Add((name, await Wrk.MedianAsync(site.Address, asked, Seconds), budget));
        }

        return new(medians, start, memory);
    }

    private sealed record Size(IReadOnlyList<(string Name, double Median, double Budget)> Medians, double StartSeconds, double MemoryMb);
}
