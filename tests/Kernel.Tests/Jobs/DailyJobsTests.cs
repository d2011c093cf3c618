using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Parelmuur.Kernel.Jobs;

namespace Parelmuur.Kernel.Tests.Jobs;

/// <summary>A daily job runs once a day, on one node, and again within an hour when it failed.</summary>
public sealed class DailyJobsTests
{
    private readonly SetTime time = new(new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero));

    [Theory, OnEachDatabase]
    public async Task RunDue_OnTwoNodes_RunsOnceADay(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var job = new Counted();
        using IHost one = Node(database, job), two = Node(database, job);

        await Task.WhenAll(JobsOf(one).RunDueAsync(default), JobsOf(two).RunDueAsync(default));
        await JobsOf(two).RunDueAsync(default);
        Assert.Equal(1, job.Times);

        time.Pass(TimeSpan.FromHours(23));
        await JobsOf(one).RunDueAsync(default);
        Assert.Equal(1, job.Times);

        time.Pass(TimeSpan.FromHours(1));
        await JobsOf(two).RunDueAsync(default);
        await JobsOf(one).RunDueAsync(default);
        Assert.Equal(2, job.Times);
    }

    [Theory, OnEachDatabase]
    public async Task RunDue_AfterAFailure_RunsAgainWithinTheHour(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var job = new Counted { Fails = true };
        using var node = Node(database, job);

        await Assert.ThrowsAsync<TimeoutException>(() => JobsOf(node).RunDueAsync(default));
        await JobsOf(node).RunDueAsync(default);
        Assert.Equal(1, job.Times);

        job.Fails = false;
        time.Pass(TimeSpan.FromHours(1));
        await JobsOf(node).RunDueAsync(default);
        Assert.Equal(2, job.Times);
    }

    [Theory, OnEachDatabase]
    public async Task RunDue_AfterAClockThatWasAhead_GoesOn(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var job = new Counted();
        using var node = Node(database, job);
        time.Pass(TimeSpan.FromDays(365));
        await JobsOf(node).RunDueAsync(default);

        time.Pass(TimeSpan.FromDays(-365));
        await JobsOf(node).RunDueAsync(default);
        await JobsOf(node).RunDueAsync(default);
        Assert.Equal(2, job.Times);

        // A clock that is put right by some minutes is no reason to run again.
        time.Pass(TimeSpan.FromMinutes(-5));
        await JobsOf(node).RunDueAsync(default);
        Assert.Equal(2, job.Times);
    }

    private static DailyJobs JobsOf(IHost node) => node.Services.GetServices<IHostedService>().OfType<DailyJobs>().Single();

    private IHost Node(TestDatabase database, Counted job)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.ClearProviders();
        builder.Services.AddKernel(database.Configuration, []).AddDailyJobs().AddSingleton<IDailyJob>(job).AddSingleton<TimeProvider>(time);
        return builder.Build();
    }

    private sealed class Counted : IDailyJob
    {
        private int times;

        public bool Fails { get; set; }

        public int Times => times;

        public string Name => "counted";

        public Task RunAsync(CancellationToken cancellation)
        {
            Interlocked.Increment(ref times);
            return Fails ? throw new TimeoutException() : Task.CompletedTask;
        }
    }
}
