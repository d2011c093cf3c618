using System.Globalization;

namespace Parelmuur.Bench.Pages;

/// <summary>
/// Requests per second of the pages and the API, each beside a bare endpoint that writes the same bytes, in one run.
/// </summary>
internal static class PagesBench
{
    private const int SecondsPerRow = 4, Turns = 5, SecondsPerTurn = 2, SecondsBefore = 10, WarmSeconds = 4, ManyPages = 500;

    /// <summary>The head above <see cref="RatioAsync"/>.</summary>
    public static string[] Head { get; } = ["page", "bytes", "processor", "requests/s", "bare endpoint", "ratio", "budget", ""];

    public static async Task RunAsync(string[] args)
    {
        if (!Wrk.IsInstalled)
        {
            Console.WriteLine("Overgeslagen: wrk ontbreekt. Op Debian: apt-get install wrk");
            return;
        }

        if (args is ["growth", ..])
        {
            await Growth.RunAsync(args[1..]);
            return;
        }

        var entries = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;

        using var folder = new TempFolder();
        var slugs = await MixedCatalogue.FillAsync(folder, entries);

        using (var site = await StartAgainAsync(folder, $"Start and memory, {entries:N0} entries", [.. Fixed(slugs).Select(page => page.Path)]))
        {
            await WarmAsync(site, slugs);
            List<string[]> rows = [Head];
            foreach (var (name, path) in Fixed(slugs))
                rows.Add(await RatioAsync(site, name, path, 0.6));
            Table.Print("Anonymous pages, warm", rows);

            Table.Print("Many different pages, each asked before, 8 connections",
            [
                ["what", "requests/s", "budget", ""],
                await ManyAsync(site, "wall with facets", Paths.Walls(), 50 * 126),
                await ManyAsync(site, "solution pages", slugs.Select(slug => $"/oplossingen/{slug}"), 50 * 183),
                await ManyAsync(site, "search page", Paths.Searches("/zoeken?q="), 100 * 49),
                await ManyAsync(site, "API list", Paths.ApiLists(), 50 * 120),
                await ManyAsync(site, "API search", Paths.Searches("/api/v1/search?q="), 20 * 330),
            ]);
            Table.Print("After the load", [["what", "measured", "budget", ""], Row("memory", site.MemoryMb, "MB", 250)]);
        }

        using (var site = await SiteProcess.StartAsync(folder, cached: false))
        {
            await WarmAsync(site, slugs);
            List<string[]> rows = [Head];
            foreach (var (name, path) in Fixed(slugs))
                rows.Add(await RatioAsync(site, name, path, 0.08));
            Table.Print("The same pages rendered for each request", rows);
        }
    }

    private static (string Name, string Path)[] Fixed(IReadOnlyList<string> slugs) =>
    [
        ("home", "/"), ("wall", "/muur"), ("solution", $"/oplossingen/{slugs[0]}"), ("municipality", "/gemeenten/zutphen"),
        ("search page", "/zoeken?q=vergunning"),
    ];

    /// <summary>Starts the site for the second time, and prints what both starts took.</summary>
    /// <remarks>The first start of a database has no pages of before. Its daily jobs change something in the first seconds.</remarks>
    public static async Task<SiteProcess> StartAgainAsync(TempFolder folder, string title, IReadOnlyList<string> paths, string samples = "")
    {
        using var before = await SiteProcess.StartAsync(folder, cached: true, samples);
        for (var second = 0; second < SecondsBefore; second++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            foreach (var path in paths)
                await before.GetAsync(path);
        }

        await before.StopAsync();
        var site = await SiteProcess.StartAsync(folder, cached: true, samples, before.Address);
        // The first answer was a page of before; this one the rooms make.
        await site.GetAsync("/muur");
        Table.Print(title,
        [
            ["what", "measured", "budget", ""],
            Row("start again to first answer", site.StartSeconds.First, "s", 2.0),
            ["start again, until all rooms are ready", $"{site.StartSeconds.Ready:0.0} s", "", ""],
            ["first start of this database, to first answer", $"{before.StartSeconds.First:0.0} s", "", ""],
            Row("memory after start", site.MemoryMb, "MB", 250),
        ]);
        return site;
    }

    /// <summary>Asks the pages until rounds are hardly faster than those before.</summary>
    public static async Task WarmAsync(SiteProcess site, IReadOnlyList<string> slugs)
    {
        await Warming.UntilSteadyAsync(site, [.. Fixed(slugs).Select(page => (page.Path, (string?)null))], WarmSeconds);
        await using var bare = await BareEndpoint.StartAsync(await site.GetAsync("/"));
        await Wrk.RunAsync(bare.Address, WarmSeconds);
    }

    /// <summary>One page beside the bare endpoint: a row of the table.</summary>
    /// <remarks>In turns, and the middle one of each: the bare endpoint alone differs by a third from one few seconds to the next.</remarks>
    public static async Task<string[]> RatioAsync(SiteProcess site, string name, string path, double budget, string? cookie = null)
    {
        var body = await site.GetAsync(path, cookie);
        await using var bare = await BareEndpoint.StartAsync(body);
        await Wrk.RunAsync(site.Address + path, 1, cookie);
        List<double> rates = [], processors = [], bareRates = [];
        for (var turn = 0; turn < Turns; turn++)
        {
            var before = site.ProcessorMilliseconds;
            rates.Add(await Wrk.RunAsync(site.Address + path, SecondsPerTurn, cookie));
            processors.Add((site.ProcessorMilliseconds - before) / (rates[^1] * SecondsPerTurn));
            bareRates.Add(await Wrk.RunAsync(bare.Address, SecondsPerTurn));
        }

        var (rate, processor, bareRate) = (Middle(rates), Middle(processors), Middle(bareRates));
        var ratio = rate / bareRate;
        return
        [
            name, $"{body.Length:N0}", $"{processor:0.00} ms", $"{rate:N0}", $"{bareRate:N0}", ratio.ToString("0.00", CultureInfo.InvariantCulture),
            budget.ToString("≥ 0.00", CultureInfo.InvariantCulture), ratio >= budget ? "ok" : "FALLS SHORT",
        ];
    }

    private static double Middle(IEnumerable<double> values) => values.Order().ElementAt(Turns / 2);

    private static async Task<string[]> ManyAsync(SiteProcess site, string name, IEnumerable<string> paths, double budget)
    {
        // Each once first: pages are asked again and again, and the first time is measured below, without cache.
        var asked = paths.Take(ManyPages).ToList();
        foreach (var path in asked)
            await site.GetAsync(path);
        var rate = await Wrk.RunManyAsync(site.Address, asked, SecondsPerRow);
        return [name, $"{rate:N0}", $"≥ {budget:N0}", rate >= budget ? "ok" : "FALLS SHORT"];
    }

    /// <summary>Something measured beside its budget.</summary>
    public static string[] Row(string what, double measured, string unit, double budget) =>
        [what, $"{measured:0.0} {unit}", $"≤ {budget:0.#} {unit}", measured <= budget ? "ok" : "FALLS SHORT"];
}
