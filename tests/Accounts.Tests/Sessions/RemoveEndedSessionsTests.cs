using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts.Sessions;
using Parelmuur.Kernel.Jobs;

namespace Parelmuur.Accounts.Tests.Sessions;

/// <summary>What a session leaves behind.</summary>
public sealed class RemoveEndedSessionsTests
{
    [Theory, OnEachDatabase]
    public async Task Run_RemovesWhatEndedByTime_AndNothingElse(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind, withSamples: false);
        var (ended, going) = (await site.PersonAsync(), await site.PersonAsync());
        using var one = await site.AsAsync(ended, secondFactor: false);
        using var other = await site.AsAsync(going, secondFactor: false);
        await using var scope = site.Services.CreateAsyncScope();
        var sessions = scope.ServiceProvider.GetRequiredService<AccountsDb>().Sessions;
        await sessions.Where(each => each.Person == ended.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.Ends, TimeProvider.System.GetUtcNow().AddSeconds(-1)));

        await scope.ServiceProvider.GetServices<IDailyJob>().OfType<RemoveEndedSessions>().Single().RunAsync(default);

        Assert.Equal([going.Id], await sessions.Select(each => each.Person).ToListAsync());
        await other.OpenAsync("/mijn");
        Assert.Equal("/mijn", other.Here);
    }
}
