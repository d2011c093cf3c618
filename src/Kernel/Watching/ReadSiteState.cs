using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Jobs;

namespace Parelmuur.Kernel.Watching;

/// <summary>Reads how the site does, for who manages it.</summary>
public sealed class ReadSiteState
{
    private const int DaysBack = 30, MostRoutes = 15, LedgerBack = 100_000;

    private readonly AskTogether together;
    private readonly TimeProvider time;
    private readonly NodeNumbers numbers;
    private readonly Dictionary<string, string> known;

    internal ReadSiteState(AskTogether together, TimeProvider time, NodeNumbers numbers, IEnumerable<IJob> jobs)
    {
        (this.together, this.time, this.numbers) = (together, time, numbers);
        known = jobs.ToDictionary(job => job.Name, job => job.Does);
    }

    /// <summary>Reads it, in one round trip.</summary>
    public async Task<SiteState> ReadAsync(CancellationToken cancellation)
    {
        var since = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(1 - DaysBack);
        List<JobState> jobs = [];
        List<ImportState> imports = [];
        List<DayOfUse> days = [];
        List<PageOfUse> pages = [];
        var waiting = 0;
        var late = 0;
        await together.AllAsync<KernelDb>(
            cancellation,
            async db => jobs = await db.Jobs.OrderBy(job => job.Name)
                .Select(job => new JobState(job.Name, job.Due, job.LeasedUntil)).ToListAsync(cancellation),
            async db => waiting = await db.Mails.CountAsync(mail => mail.NextAttempt != null, cancellation),
            async db => late = await db.Mails.CountAsync(mail => mail.NextAttempt != null && mail.Attempts > 0, cancellation),
            async db => imports = await db.Ledger
                .Where(entry => entry.Sequence > db.Ledger.Max(last => last.Sequence) - LedgerBack && entry.Actor.StartsWith("import "))
                .GroupBy(entry => entry.Actor).OrderBy(same => same.Key)
                .Select(same => new ImportState(same.Key, same.Max(entry => entry.Moment), same.Count())).ToListAsync(cancellation),
            async db => days = await db.Usage.Where(usage => usage.Day >= since).GroupBy(usage => usage.Day).OrderBy(same => same.Key)
                .Select(same => new DayOfUse(same.Key, same.Sum(usage => usage.Asked))).ToListAsync(cancellation),
            async db => pages = await db.Usage.Where(usage => usage.Day >= since).GroupBy(usage => usage.Route)
                .OrderByDescending(same => same.Sum(usage => usage.Asked)).ThenBy(same => same.Key).Take(MostRoutes)
                .Select(same => new PageOfUse(same.Key, same.Sum(usage => usage.Asked))).ToListAsync(cancellation));
        var named = jobs.Where(job => known.ContainsKey(job.Name)).Select(job => job with { Name = known[job.Name] });
        return new(numbers.Started, numbers.Requests.Read(), numbers.Searches.Read(), waiting, late, [.. named], imports, days, pages);
    }
}

/// <summary>How the site does. The first three are of the node that answers, the rest of the whole site.</summary>
/// <param name="Started">When this node started.</param>
/// <param name="Requests">Its requests; those that failed stand apart.</param>
/// <param name="Searches">Its searches and checks; those that found nothing stand apart.</param>
/// <param name="MailWaiting">Mails that wait to be sent.</param>
/// <param name="MailLate">Those of them that were tried in vain.</param>
/// <param name="Jobs">The jobs, by name.</param>
/// <param name="Imports">What imports changed, as far as the last hundred thousand entries of the ledger tell.</param>
/// <param name="Days">How many pages were asked for per day, over the last thirty days.</param>
/// <param name="Pages">The kinds of pages that were asked for most in those days.</param>
public sealed record SiteState(
    DateTimeOffset Started, Taken Requests, Taken Searches, int MailWaiting, int MailLate, IReadOnlyList<JobState> Jobs,
    IReadOnlyList<ImportState> Imports, IReadOnlyList<DayOfUse> Days, IReadOnlyList<PageOfUse> Pages);

/// <summary>How a job stands.</summary>
/// <param name="Name">What it does, in Dutch.</param>
/// <param name="Due">When it runs again; in the past when it did not finish, or runs now.</param>
/// <param name="LeasedUntil">Until when a node has it.</param>
public sealed record JobState(string Name, DateTimeOffset Due, DateTimeOffset LeasedUntil);

/// <summary>What imports from one source did.</summary>
/// <param name="Source">The name in the ledger: "import" and the source.</param>
/// <param name="Last">When it last changed something.</param>
/// <param name="Changes">How many changes stand in the ledger.</param>
public sealed record ImportState(string Source, DateTimeOffset Last, int Changes);

/// <summary>How many pages were asked for on a day.</summary>
public sealed record DayOfUse(DateOnly Day, long Asked);

/// <summary>How often one kind of page was asked for.</summary>
/// <param name="Route">The pattern of its address.</param>
/// <param name="Asked">How often.</param>
public sealed record PageOfUse(string Route, long Asked);
