using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.FirstRun;

/// <summary>Writes a link to the log, with which the first platform manager makes an account, while there is none.</summary>
/// <remarks>Each start makes a new link; the one before stops working. A site with samples has people to sign in as.</remarks>
internal sealed class OfferSetup(IServiceScopeFactory scopes, Site site, SiteAddress address, ILogger<OfferSetup> log)
    : IHostedLifecycleService
{
    /// <summary>Runs when the site has its address.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (site.SignsInSamples)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        if (await db.HasManagerAsync(cancellationToken))
            return;
        var (code, kept) = SetupCode.Make();
        db.SetupCodes.RemoveRange(await db.SetupCodes.ToListAsync(cancellationToken));
        db.SetupCodes.Add(kept);
        db.Record(new SetupOffered(kept.Id), new Actor("site"));
        await db.SaveChangesAsync(cancellationToken);
        log.SetupOffered(address.Of($"eerste-start?code={code}"));
    }

    Task IHostedLifecycleService.StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedService.StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
