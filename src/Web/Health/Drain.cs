using Parelmuur.Kernel.Modules;

namespace Parelmuur.Web.Health;

/// <summary>Before a node stops it first says that it is not ready, so that a proxy sends no more visitors; requests that run are finished.</summary>
internal sealed class Drain(IConfiguration configuration, TimeProvider time) : IHostedLifecycleService
{
    /// <summary>For how many seconds a node that is asked to stop says so before it does, for a proxy to notice.</summary>
    [Setting(Default = 0)]
    private const string Setting = "DrainSeconds";

    private readonly TimeSpan wait = TimeSpan.FromSeconds(configuration.GetValue(Setting, 0));

    /// <summary>Whether this node is stopping.</summary>
    public bool Begun { get; private set; }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        Begun = true;
        await Task.Delay(wait, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
