using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Parelmuur.Kernel.Modules;

namespace Parelmuur.Kernel.Mails;

/// <summary>Sends the mail that waits: woken after a commit on this node, and looking by itself for the rest.</summary>
/// <remarks>
/// A few mails go at once, so that one slow receiver does not hold up the others. A mail goes out at least once; twice
/// only when a node dies, or the database is away, between handing over and noting it.
/// </remarks>
internal sealed class MailSender(
    IServiceScopeFactory scopes, MailSettings settings, MailCarrier carrier, MailSignal signal, TimeProvider time,
    ILogger<MailSender> log) : BackgroundService
{
    private const int AtOnce = 4;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan RemoveEvery = TimeSpan.FromDays(1);

    private readonly string node =
        $"{string.Concat(Environment.MachineName.Take(QueuedMail.NodeLength - 33))}-{Guid.NewGuid():N}";

    /// <summary>Sends everything that is due now, one after the other.</summary>
    public async Task SendDueAsync(CancellationToken stop)
    {
        while (await WithQueue(queue => queue.TakeAsync(node, stop)) is { } mail)
        {
            // This one may take long: somebody else must look whether there is more.
            signal.Wake();
            await SendAsync(mail, stop);
        }
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.GoesToFolder)
            log.MailStaysInFolder(settings.Folder);
        return base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Enumerable.Range(0, AtOnce)
            .Select(_ => GoOnAsync(SendDueAsync, () => signal.WaitAsync(LookEvery, stoppingToken), stoppingToken))
            .Append(GoOnAsync(RemoveOldAsync, () => Task.Delay(RemoveEvery, time, stoppingToken), stoppingToken)));

    private async Task GoOnAsync(Func<CancellationToken, Task> work, Func<Task> pause, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await work(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A database that is away comes back.
            catch (Exception error)
#pragma warning restore CA1031
            {
                log.MailStopped(error);
            }

            await pause().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SendAsync(QueuedMail mail, CancellationToken stop)
    {
        var trouble = await carrier.BringAsync(mail, stop);
        // What was done is noted, also when the site is stopping.
        switch (trouble)
        {
            case null:
                await WithQueue(queue => queue.SentAsync(mail, node, CancellationToken.None));
                SiteMeter.Mailed("sent");
                break;
            case { IsFinal: true }:
                await WithQueue(queue => queue.GiveUpAsync(mail, node, trouble.Reason, CancellationToken.None));
                SiteMeter.Mailed("given-up");
                log.MailGivenUp(Mail.Mask(mail.To), mail.Attempts + 1, trouble.Reason);
                break;
            default:
                var again = await WithQueue(queue => queue.TryLaterAsync(mail, node, trouble.Reason, CancellationToken.None));
                SiteMeter.Mailed(again is null ? "given-up" : "later");
                if (again is { } next)
                    log.MailWaits(Mail.Mask(mail.To), next, trouble.Reason);
                else
                    log.MailGivenUp(Mail.Mask(mail.To), mail.Attempts + 1, trouble.Reason);
                break;
        }
    }

    private Task RemoveOldAsync(CancellationToken stop) => WithQueue(queue => queue.RemoveOldAsync(stop));

    private async Task<T> WithQueue<T>(Func<MailQueue, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<MailQueue>());
    }
}
