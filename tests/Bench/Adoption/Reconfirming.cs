using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Adoption;
using Parelmuur.Bench.Pages;
using Parelmuur.Kernel.People;

namespace Parelmuur.Bench.Adoption;

/// <summary>Hundreds of coordinators confirm at the same time what their municipalities still use; one in three presses twice at once.</summary>
internal static class Reconfirming
{
    private const int People = 300, Connections = 32, TwiceIn = 3;

    public static async Task RunAsync(string title, SiteProcess site, GeneratedUses uses)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = Connections })
        {
            BaseAddress = new Uri(site.Address),
        };
        List<Coordinator> coordinators = [.. uses.Coordinators.Take(People).Select(person => new Coordinator(client, person))];
        await EachAsync(coordinators, async each => { await each.SignInAsync(); return 0; });
        var before = await uses.AskAsync(db => db.Ledger.MaxAsync(entry => entry.Sequence));

        var opened = await EachAsync(coordinators, each => each.OpenAsync());
        var presses = coordinators.Concat(coordinators.Where((_, at) => at % TwiceIn == 0)).OrderBy(coordinators.IndexOf).ToList();
        var pressed = await EachAsync(presses, each => each.ConfirmAsync());

        Table.Print($"{title}: {People} coordinators confirm at once, {Connections} connections",
        [
            ["what", "requests", "p50", "p99", "longest", "requests/s"],
            Row("open the form", opened.Answers, opened.Seconds),
            Row("press the button", [.. pressed.Answers.Select(each => each.Post)], pressed.Seconds),
            Row("page after it", [.. pressed.Answers.Select(each => each.Next)], pressed.Seconds),
        ]);
        await CompareAsync(title, site, uses, coordinators, pressed.Answers, before);
    }

    // What people were told beside what stands there.
    private static async Task CompareAsync(
        string title, SiteProcess site, GeneratedUses uses, List<Coordinator> coordinators, IReadOnlyList<Pressed> pressed, long before)
    {
        var entries = await uses.AskAsync(db => db.Ledger.AsNoTracking()
            .Where(entry => entry.Sequence > before && entry.Event == nameof(UseDecided)).ToListAsync());
        var written = entries.CountBy(entry => (new SolutionId(entry.SubjectId), entry.OnBehalfOf)).ToDictionary();
        var asked = coordinators.Sum(each => each.Asked.Count);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var batches = await uses.AskAsync(db => db.Uses.CountAsync(use => use.ConfirmedOn == today && use.Batch != null));
        var told = pressed.Sum(each => each.Told);
        Table.Print($"{title}: what they were told, and what stands there",
        [
            ["what", "number"],
            ["uses asked about", $"{asked:N0}"],
            ["told that it is saved", $"{told:N0}"],
            ["confirmed in the database", $"{batches:N0}"],
            ["entries in the ledger", $"{entries.Count:N0}"],
            ["lost", $"{Math.Max(asked, told) - written.Count:N0}"],
            ["double", $"{written.Values.Sum(times => times - 1) + Math.Max(0, told - asked):N0}"],
            ["answers that were no success", $"{pressed.Count(each => each.Status != 302):N0}"],
            ["memory after it", $"{site.MemoryMb:0} MB"],
        ]);
    }

    private static string[] Row(string what, IReadOnlyList<TimeSpan> times, double seconds)
    {
        var ordered = times.Order().ToList();
        string At(double part) => $"{ordered[(int)Math.Ceiling(part * ordered.Count) - 1].TotalMilliseconds:0} ms";
        return [what, $"{ordered.Count:N0}", At(0.5), At(0.99), At(1), $"{ordered.Count / seconds:0}"];
    }

    // No more at the same time than there are connections, so that nobody's time is spent waiting for one.
    private static async Task<(IReadOnlyList<T> Answers, double Seconds)> EachAsync<T>(List<Coordinator> people, Func<Coordinator, Task<T>> ask)
    {
        var answers = new T[people.Count];
        var watch = Stopwatch.StartNew();
        await Parallel.ForAsync(0, people.Count, new ParallelOptions { MaxDegreeOfParallelism = Connections }, async (at, _) => answers[at] = await ask(people[at]));
        return (answers, watch.Elapsed.TotalSeconds);
    }
}
