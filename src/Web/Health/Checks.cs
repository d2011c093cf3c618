using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Files;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.Mails;

namespace Parelmuur.Web.Health;

/// <summary>Whether this node is about to stop.</summary>
internal sealed class DrainCheck(Drain drain) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(drain.Begun ? HealthCheckResult.Unhealthy("This node is stopping.") : HealthCheckResult.Healthy());
}

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseCheck(LedgerPulse pulse) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(pulse.IsAway
            ? HealthCheckResult.Degraded($"The database has not answered for {pulse.SilentFor.TotalSeconds:0} s.") : HealthCheckResult.Healthy());
}

/// <summary>Whether the copy of the database, if there is one, has what this node knows. It is behind for a moment after each change.</summary>
internal sealed class ReplicaCheck(IServiceProvider services) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(services.GetService<Replica>() is { KeepsUp: false }
            ? HealthCheckResult.Degraded("The replica is behind or away; everything is read from the database itself.") : HealthCheckResult.Healthy());
}

/// <summary>Whether every reader of the ledger goes on.</summary>
internal sealed class ReadersCheck(LedgerPulse pulse) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(pulse.Stuck is { Count: > 0 } stuck
            ? HealthCheckResult.Degraded($"Cannot go on: {string.Join(", ", stuck)}.") : HealthCheckResult.Healthy());
}

/// <summary>Whether mail leaves.</summary>
internal sealed class MailCheck(IServiceScopeFactory scopes, LedgerPulse pulse) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (pulse.IsAway)
            return HealthCheckResult.Healthy();
        await using var scope = scopes.CreateAsyncScope();
        var waiting = await scope.ServiceProvider.GetRequiredService<IMailQueue>().LateAsync(cancellationToken);
        return waiting == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"{waiting} mails could not be handed over yet.");
    }
}

/// <summary>Whether there is room for what people write; with SQLite only, because elsewhere the disk is that of the server.</summary>
internal sealed class DiskCheck(IConfiguration configuration) : IHealthCheck
{
    private const long Little = 200L << 20;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var connection = configuration.GetConnectionString(Provider.ConnectionName)!;
        if (Provider.IsPostgres(connection))
            return Task.FromResult(HealthCheckResult.Healthy());
        var free = new DriveInfo(Path.GetFullPath(new SqliteConnectionStringBuilder(connection).DataSource)).AvailableFreeSpace;
        return Task.FromResult(free < Little
            ? HealthCheckResult.Degraded($"{free >> 20} MB are free on the disk of the database.") : HealthCheckResult.Healthy());
    }
}

/// <summary>Whether the virus scanner, if there is one, answers; without it no file is taken.</summary>
internal sealed class ScannerCheck(VirusScanner scanner) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await scanner.AnswersAsync(cancellationToken)
            ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("The virus scanner does not answer, so no files are taken.");
}
