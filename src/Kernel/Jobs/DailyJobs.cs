using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Modules;

namespace Parelmuur.Kernel.Jobs;

/// <summary>Runs each job when it is due, on one node: the node that gets the lease. What failed is tried again within an hour.</summary>
internal sealed class DailyJobs(IServiceScopeFactory scopes, TimeProvider time, ILogger<DailyJobs> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1), Lease = TimeSpan.FromHours(1), Slack = TimeSpan.FromHours(1);

    private readonly string node = $"{string.Concat(Environment.MachineName.Take(JobRow.NodeLength - 33))}-{Guid.NewGuid():N}";

    /// <summary>Runs the jobs that are due, one after the other.</summary>
    public async Task RunDueAsync(CancellationToken stop)
    {
        IReadOnlyList<(string Name, TimeSpan Every)> jobs;
        await using (var scope = scopes.CreateAsyncScope())
            jobs = [.. Of(scope.ServiceProvider).Select(job => (job.Name, job.Every))];
        foreach (var (name, every) in jobs)
        {
            await using var scope = scopes.CreateAsyncScope();
            var rows = scope.ServiceProvider.GetRequiredService<KernelDb>().Jobs;
            if (!await TakeAsync(scope.ServiceProvider.GetRequiredService<KernelDb>(), name, every, stop))
                continue;
            var well = false;
            try
            {
                await Of(scope.ServiceProvider).Single(job => job.Name == name).RunAsync(stop);
                well = true;
            }
            finally
            {
                SiteMeter.JobRan(name, well);
            }

            var next = time.GetUtcNow() + every;
            await rows.Where(row => row.Name == name && row.LeasedBy == node)
                .ExecuteUpdateAsync(row => row.SetProperty(each => each.Due, next), stop);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunDueAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A database that is away comes back, and one job in trouble must not end the rest for ever.
            catch (Exception error)
#pragma warning restore CA1031
            {
                log.JobFailed(error);
            }

            await Task.Delay(LookEvery, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The jobs of all rooms.</summary>
    public static IEnumerable<IJob> Of(IServiceProvider services) =>
        services.GetServices<IDailyJob>().Concat(services.GetServices<IJob>());

    // The row of a new job is made by whichever node comes first; both databases let only one node have the lease.
    private async Task<bool> TakeAsync(KernelDb db, string name, TimeSpan every, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var (free, until) = (DateTimeOffset.UnixEpoch.UtcDateTime, now + (every < Lease ? every : Lease));
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO kernel_jobs (name, due, leased_by, leased_until) VALUES ({name}, {free}, '', {free}) ON CONFLICT DO NOTHING", stop);
        // Later than it can be: a clock was ahead and was put right. Without this the job would wait until then.
        var (latest, latestLease) = (now + every + Slack, now + Lease + Slack);
        return await db.Jobs
            .Where(row => row.Name == name && (row.Due <= now || row.Due > latest) && (row.LeasedUntil <= now || row.LeasedUntil > latestLease))
            .ExecuteUpdateAsync(row => row.SetProperty(each => each.LeasedBy, node).SetProperty(each => each.LeasedUntil, until), stop) == 1;
    }
}
