using Npgsql;
using Parelmuur.Kernel.Data;

namespace Parelmuur.Web.Health;

/// <summary>After a power failure everything starts at once; a site waits for its database.</summary>
internal static class DatabaseStart
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60), Again = TimeSpan.FromSeconds(1);

    /// <summary>Waits until PostgreSQL takes connections, for a minute at most; an SQLite file is always there.</summary>
    /// <exception cref="NpgsqlException">It still does not answer, or it refuses this user, password or database.</exception>
    public static async Task WaitAsync(string connection)
    {
        if (!Provider.IsPostgres(connection))
            return;
        var (time, told) = (TimeProvider.System, false);
        for (var began = time.GetTimestamp(); ;)
        {
            try
            {
                await using var open = new NpgsqlConnection(connection);
                await open.OpenAsync();
                return;
            }
            catch (NpgsqlException error) when (IsStarting(error) && time.GetElapsedTime(began) < Patience)
            {
                if (!told)
                    Console.WriteLine("De database antwoordt nog niet. We wachten hoogstens een minuut.");
                told = true;
                await Task.Delay(Again);
            }
        }
    }

    // It cannot be reached, or says itself that it is starting or stopping.
    private static bool IsStarting(NpgsqlException error) =>
        error is PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown } or not PostgresException;
}
