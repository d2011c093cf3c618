using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Parelmuur.Kernel.Data;

namespace Parelmuur.Kernel.Ledger;

/// <summary>On PostgreSQL: hears of commits on other nodes and wakes the feed of this one.</summary>
internal sealed class PostgresListener(
    IConfiguration configuration, LedgerSignal signal, TimeProvider time, ILogger<PostgresListener> log) : BackgroundService
{
    /// <summary>The channel on which the database tells of new entries; a trigger on the ledger does so.</summary>
    public const string Channel = "parelmuur_ledger";

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var connectionString = configuration.GetConnectionString(Provider.ConnectionName)!;
        while (Provider.IsPostgres(connectionString) && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(connectionString);
                await connection.OpenAsync(stoppingToken);
                connection.Notification += (_, _) => signal.Wake();
                await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
                    await listen.ExecuteNonQueryAsync(stoppingToken);
                while (true)
                    await connection.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception error) when (error is NpgsqlException or IOException)
            {
                log.ListeningFailed(error);
                await Task.Delay(RetryAfter, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
