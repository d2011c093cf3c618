using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;
using Parelmuur.Bench.Pages;
using Parelmuur.Organisations;

namespace Parelmuur.Bench.Load;

/// <summary>
/// What one, two and three nodes on one PostgreSQL can do, everything on this machine: 80 % reading, 15 % searching and 5 % writing,
/// with 100,000 solutions and 200,000 uses. Each write empties the pages that are kept on every node.
/// </summary>
internal static class LoadBench
{
    private const int Solutions = 100_000, MostUsersEach = 3, MostNodes = 3, Callers = 12;
    private const double Searching = 0.15, Writing = 0.05;

    // The runtime of each node translates what runs often while it serves: until that is done it takes more time than the pages.
    private const int WarmEach = 10_000;

    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(30), Measured = TimeSpan.FromSeconds(30);
    private static readonly string[] Kinds = ["home", "wall", "municipality", "solution", "search", "write"];
    private static readonly string[] People = ["Samira Yıldız", "Omar Bensaïd", "Femke de Boer", "Joost van Rijn"];

    public static async Task RunAsync(string[] args)
    {
        if (PostgresCluster.Binaries is null)
        {
            Console.WriteLine("Overgeslagen: PostgreSQL ontbreekt. Op Debian: apt-get install postgresql");
            return;
        }

        var solutions = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : Solutions;
        await using var rows = await TestDatabase.EmptyAsync(DatabaseKind.Postgres);
        using var folder = new TempFolder(rows.Connection);
        var watch = Stopwatch.StartNew();
        var slugs = await MixedCatalogue.FillAsync(folder, solutions, MostUsersEach);
        // A server in use does this by itself; that of the tests does not.
        await using (var db = new AccountsDb(rows.Options<AccountsDb>(), TimeProvider.System))
            await db.Database.ExecuteSqlAsync($"ANALYZE");
        Console.WriteLine($"  {solutions:N0} solutions put in, {watch.Elapsed.TotalSeconds:0} s");
        Table.Head(
            $"Mixed traffic, {solutions:N0} solutions, {Callers} callers, {Environment.ProcessorCount} processors for nodes, database and callers together",
            ["nodes", "requests/s", "p50", "p99", .. Kinds.Select(kind => $"p99 {kind}"), "node", "database", "busy", "memory", "wrong"]);
        for (var nodes = 1; nodes <= MostNodes; nodes++)
            await MeasureAsync($"{nodes}", nodes, Writing, folder, rows, slugs);
        await MeasureAsync("1, nobody writes", 1, 0, folder, rows, slugs);
        Console.WriteLine("node, database: processor time for each request. busy: of all processors, by nodes, database and callers. memory: of a node.");
    }

    private static async Task MeasureAsync(
        string name, int count, double writing, TempFolder folder, TestDatabase rows, IReadOnlyList<string> slugs)
    {
        List<SiteProcess> sites = [];
        List<HttpClient> clients = [];
        try
        {
            for (var node = 0; node < count; node++)
            {
                sites.Add(await SiteProcess.StartAsync(folder, cached: true, Repository.Path("samples")));
                clients.Add(Client(sites[^1]));
            }

            var writers = await WritersAsync(rows, clients, slugs);
            await new Traffic(clients, slugs, Municipalities(folder), writers).RunAsync(Callers, Warm, Searching, writing, WarmEach * count);

            var traffic = new Traffic(clients, slugs, Municipalities(folder), writers);
            var (node1, database1, own1, began) = (Sites(), DatabaseMilliseconds(), OwnMilliseconds(), Stopwatch.GetTimestamp());
            await traffic.RunAsync(Callers, Measured, Searching, writing);
            var took = Stopwatch.GetElapsedTime(began);
            var (nodes, database, own) = (Sites() - node1, DatabaseMilliseconds() - database1, OwnMilliseconds() - own1);
            var all = took.TotalMilliseconds * Environment.ProcessorCount;
            Table.Row(
            [
                name, $"{traffic.Answered / took.TotalSeconds:0}", traffic.Time(null, 0.5), traffic.Time(null, 0.99),
                .. Kinds.Select(kind => traffic.Time(kind, 0.99)),
                $"{nodes / traffic.Answered:0.0} ms", $"{database / traffic.Answered:0.0} ms",
                $"{nodes / all:P0} {database / all:P0} {own / all:P0}", $"{sites.Max(site => site.MemoryMb):0} MB", traffic.Wrong,
            ]);
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
            sites.ForEach(site => site.Dispose());
        }

        double Sites() => sites.Sum(site => site.ProcessorMilliseconds);
    }

    private static HttpClient Client(SiteProcess site)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(site.Address) };
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br, gzip");
        return client;
    }

    private static async Task<IReadOnlyList<Writer>> WritersAsync(TestDatabase rows, List<HttpClient> clients, IReadOnlyList<string> slugs)
    {
        await using var db = new AccountsDb(rows.Options<AccountsDb>(), TimeProvider.System);
        List<Writer> writers = [];
        for (var caller = 0; caller < Callers; caller++)
        {
            var name = People[caller % People.Length];
            var person = await db.People.Where(each => each.FullName == name).Select(each => each.Id).SingleAsync();
            // What a writer reads back must not be packed.
            var plain = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = clients[caller % clients.Count].BaseAddress };
            var writer = new Writer(plain, person, slugs[caller]);
            await writer.BeginAsync();
            writers.Add(writer);
        }

        return writers;
    }

    private static IReadOnlyList<string> Municipalities(TempFolder folder)
    {
        using var rooms = MixedCatalogue.Rooms(folder);
        return [.. rooms.GetRequiredService<IOrganisations>().Current.Select(each => each.Slug)];
    }

    private static double OwnMilliseconds() => Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds;

    // Every process of the server, with those that ended and were waited for.
    private static double DatabaseMilliseconds() => Directory.GetDirectories("/proc").Sum(process =>
    {
        const int Utime = 11, EndedStime = 14, TickMilliseconds = 10;
        try
        {
            return File.ReadAllText($"{process}/comm").Trim() == "postgres"
                ? File.ReadAllText($"{process}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[Utime..(EndedStime + 1)]
                    .Sum(ticks => double.Parse(ticks, CultureInfo.InvariantCulture)) * TickMilliseconds
                : 0;
        }
        catch (IOException)
        {
            // Not a process, or no more.
            return 0;
        }
    });
}
