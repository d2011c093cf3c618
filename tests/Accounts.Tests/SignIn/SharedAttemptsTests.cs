using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts.SignIn;

namespace Parelmuur.Accounts.Tests.SignIn;

/// <summary>Tries that all nodes count together.</summary>
public sealed class SharedAttemptsTests
{
    private const int Most = 3;

    [Theory, OnEachDatabase]
    public async Task Acquire_OnTwoNodes_CountsThemTogether(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind, withSamples: false);
        var time = new SetTime(new(2026, 11, 28, 12, 0, 30, TimeSpan.Zero));
        var scopes = site.Services.GetRequiredService<IServiceScopeFactory>();
        using var one = new SharedAttempts(scopes, time, "192.0.2.7", Most);
        using var other = new SharedAttempts(scopes, time, "192.0.2.7", Most);
        using var stranger = new SharedAttempts(scopes, time, "192.0.2.8", Most);

        Assert.True(await MayAsync(one));
        Assert.True(await MayAsync(other));
        Assert.True(await MayAsync(one));
        Assert.False(await MayAsync(other));
        Assert.False(await MayAsync(one));
        Assert.True(await MayAsync(stranger));

        // The next minute is a new one, and after five the old ones are gone. Its own count begins again when it starts anew.
        time.Pass(TimeSpan.FromMinutes(6));
        using var again = new SharedAttempts(scopes, time, "192.0.2.7", Most);
        Assert.True(await MayAsync(again));
        await using var scope = scopes.CreateAsyncScope();
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<AccountsDb>().Attempts.CountAsync());
    }

    private static async Task<bool> MayAsync(SharedAttempts attempts)
    {
        using var lease = await attempts.AcquireAsync();
        return lease.IsAcquired;
    }
}
