using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Bench.Pages;

namespace Parelmuur.Bench.Adoption;

/// <summary>
/// Who uses what, at full size: 342 municipalities, 3,000 solutions and 200,000 uses, and at a tenth of the uses. The pages
/// beside a bare endpoint in one run, what ten times the uses cost, and hundreds of coordinators who confirm at once.
/// </summary>
internal static class AdoptionBench
{
    private const int Tenth = 10, Seconds = 3, Changes = 10;

    // Twice the same measurement differs this much.
    private const double Noise = 1.2;

    public static async Task RunAsync(string[] args)
    {
        if (!Wrk.IsInstalled)
        {
            Console.WriteLine("Overgeslagen: wrk ontbreekt. Op Debian: apt-get install wrk");
            return;
        }

        var uses = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200_000;
        var only = args.ElementAtOrDefault(1);
        if (only != "postgresql")
            await RunAsync("SQLite", DatabaseKind.Sqlite, uses);
        if (only == "sqlite")
            return;
        if (PostgresCluster.Binaries is null)
            Console.WriteLine("Overgeslagen: PostgreSQL ontbreekt. Op Debian: apt-get install postgresql");
        else
            await RunAsync("PostgreSQL", DatabaseKind.Postgres, uses);
    }

    private static async Task RunAsync(string database, DatabaseKind kind, int uses)
    {
        var few = await MeasureAsync(database, kind, uses / Tenth, isFull: false);
        var many = await MeasureAsync(database, kind, uses, isFull: true);
        Table.Print($"{database}: from {few.Uses:N0} to {many.Uses:N0} uses, one caller",
        [
            ["what", "few", "many", "growth", "processor, few", "many", "growth", "budget", ""],
            .. few.Times.Zip(many.Times, Row),
            ["start to first answer", $"{few.StartSeconds:0.0} s", $"{many.StartSeconds:0.0} s", $"{many.StartSeconds / few.StartSeconds:0.0}×", "", "", "", "", ""],
            [
                "memory after start", $"{few.MemoryMb:0} MB", $"{many.MemoryMb:0} MB",
                $"{(many.MemoryMb - few.MemoryMb) * 1024 * 1024 / (many.Uses - few.Uses):0} bytes a use", "", "", "", "", "",
            ],
        ]);
    }

    // On a busy machine the time of a page says more of the others, and its processor time nothing of the server of the database:
    // a page grows when both do.
    private static string[] Row(Timed few, Timed many)
    {
        var (time, processor) = (many.Milliseconds / few.Milliseconds, many.Processor / few.Processor);
        return
        [
            few.Name, $"{few.Milliseconds:0.0} ms", $"{many.Milliseconds:0.0} ms", $"{time:0.0}×",
            $"{few.Processor:0.0} ms", $"{many.Processor:0.0} ms", $"{processor:0.0}×",
            $"≤ {Noise:0.0}×", Math.Min(time, processor) <= Noise ? "ok" : "FALLS SHORT",
        ];
    }

    private static async Task<Size> MeasureAsync(string database, DatabaseKind kind, int uses, bool isFull)
    {
        await using var rows = await TestDatabase.EmptyAsync(kind);
        using var folder = new TempFolder(rows.Connection);
        var watch = Stopwatch.StartNew();
        await using var generated = await GeneratedUses.FillAsync(folder, uses);
        Console.WriteLine($"  {database}: {generated.Count:N0} uses put in, {watch.Elapsed.TotalSeconds:0} s");
        var (pages, form) = Pages(generated);
        List<Timed> times = [];
        double start, memory;

        using (var site = await SiteProcess.StartAsync(folder, cached: false, Repository.Path("samples")))
        {
            (start, memory) = (site.StartSeconds.First, site.MemoryMb);
            var cookie = await SignInAsync(site, rows);
            (string Name, string Path, double Budget)[] all = [.. pages, form];
            await Warming.UntilSteadyAsync(site, [.. all.Select(page => (page.Path, WhoseOf(page.Path)))], Seconds);
            foreach (var (name, path, _) in all)
            {
                var before = site.ProcessorMilliseconds;
                var rate = await Wrk.RunAsync(site.Address + path, Seconds, WhoseOf(path));
                var processor = (site.ProcessorMilliseconds - before) / (rate * Seconds);
                times.Add(new(name, await Wrk.MedianAsync(site.Address, [path], Seconds, WhoseOf(path)), processor));
            }

            times.AddRange(await JustAfterAsync(site, generated, pages));
            if (isFull)
            {
                List<string[]> table = [PagesBench.Head];
                foreach (var (name, path, budget) in all)
                    table.Add(await PagesBench.RatioAsync(site, name, path, budget, WhoseOf(path)));
                Table.Print($"{database}: rendered for each request, {generated.Count:N0} uses", table);
            }

            string? WhoseOf(string path) => path == form.Path ? cookie : null;
        }

        if (isFull)
            await CachedAsync(database, folder, generated, pages);
        return new(generated.Count, times, start, memory);
    }

    private static async Task CachedAsync(string database, TempFolder folder, GeneratedUses generated, IReadOnlyList<(string Name, string Path, double Budget)> pages)
    {
        using var site = await PagesBench.StartAgainAsync(
            folder, $"{database}: start and memory, {generated.Count:N0} uses", [.. pages.Select(page => page.Path)], Repository.Path("samples"));
        List<string[]> table = [PagesBench.Head];
        await Warming.UntilSteadyAsync(site, [.. pages.Select(page => (page.Path, (string?)null))], Seconds);
        foreach (var (name, path, _) in pages)
            table.Add(await PagesBench.RatioAsync(site, name, path, 0.6));
        Table.Print($"{database}: anonymous pages, warm", table);
        await Reconfirming.RunAsync(database, site, generated);
    }

    // What is counted over all uses and kept until one changes, would show here.
    private static async Task<IReadOnlyList<Timed>> JustAfterAsync(
        SiteProcess site, GeneratedUses generated, IReadOnlyList<(string Name, string Path, double)> pages)
    {
        var times = pages.Select(_ => new List<double>()).ToList();
        var processor = new double[pages.Count];
        for (var change = 0; change < Changes; change++)
        {
            await generated.ChangeElsewhereAsync(change);
            // Longer than a node takes to hear of it.
            await Task.Delay(TimeSpan.FromSeconds(1.5));
            foreach (var (at, page) in pages.Index())
            {
                var (began, before) = (Stopwatch.GetTimestamp(), site.ProcessorMilliseconds);
                await site.GetAsync(page.Path);
                times[at].Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                processor[at] += (site.ProcessorMilliseconds - before) / Changes;
            }
        }

        return [.. pages.Select((page, at) => new Timed($"{page.Name}, just after a change", times[at].Order().ElementAt(Changes / 2), processor[at]))];
    }

    private static (IReadOnlyList<(string Name, string Path, double Budget)> Public, (string Name, string Path, double Budget) Form) Pages(GeneratedUses generated) =>
    (
        [
            ("municipality", $"/gemeenten/{GeneratedUses.Municipality}", 0.08),
            ("solution", $"/oplossingen/{generated.Solution}", 0.08),
            // From a read model in memory.
            ("figures", "/cijfers", 0.2),
            ("spread of a solution", $"/oplossingen/{generated.Solution}/verspreiding", 0.08),
        ],
        ("still true, signed in", Coordinator.Path, 0.08)
    );

    private static async Task<string> SignInAsync(SiteProcess site, TestDatabase rows)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(site.Address) };
        await using var db = new AccountsDb(rows.Options<AccountsDb>(), TimeProvider.System);
        var coordinator = new Coordinator(client, await db.People.Where(person => person.FullName == "Omar Bensaïd").Select(person => person.Id).SingleAsync());
        await coordinator.SignInAsync();
        return coordinator.Cookie;
    }

    private sealed record Timed(string Name, double Milliseconds, double Processor);

    private sealed record Size(int Uses, IReadOnlyList<Timed> Times, double StartSeconds, double MemoryMb);
}
