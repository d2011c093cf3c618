using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Parelmuur.Accounts.SignIn;

/// <summary>Lets one address try so many times in a minute of the clock, on all nodes together.</summary>
/// <remarks>
/// A node counts for itself first: whoever is stopped there costs the database nothing. What passes is counted in the database,
/// in one statement, so two nodes never both give the last try.
/// </remarks>
/// <param name="scopes">Give the database.</param>
/// <param name="time">Gives the minute.</param>
/// <param name="address">Whose tries these are.</param>
/// <param name="most">Tries in a minute, at least 1.</param>
internal sealed class SharedAttempts(IServiceScopeFactory scopes, TimeProvider time, string address, int most) : RateLimiter
{
    private const long KeptMinutes = 5;

    private readonly FixedWindowRateLimiter here = new(new() { PermitLimit = most, Window = TimeSpan.FromMinutes(1), AutoReplenishment = false });
    private long used = Stopwatch.GetTimestamp();

    /// <inheritdoc/>
    public override TimeSpan? IdleDuration => Stopwatch.GetElapsedTime(Volatile.Read(ref used));

    /// <inheritdoc/>
    public override RateLimiterStatistics? GetStatistics() => here.GetStatistics();

    /// <inheritdoc/>
    /// <remarks>Always says no, so that the caller asks again and can be let wait for the database.</remarks>
    protected override RateLimitLease AttemptAcquireCore(int permitCount) => Answer.No;

    /// <inheritdoc/>
    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        Volatile.Write(ref used, Stopwatch.GetTimestamp());
        here.TryReplenish();
        using var own = here.AttemptAcquire();
        return own.IsAcquired && await CountAsync(cancellationToken) <= most ? Answer.Yes : Answer.No;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            here.Dispose();
        base.Dispose(disposing);
    }

    private async Task<int> CountAsync(CancellationToken cancellation)
    {
        var minute = time.GetUtcNow().ToUnixTimeSeconds() / 60;
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{address}|{minute}"))));
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        var tries = await db.Database.SqlQuery<int>(
            $"""
             INSERT INTO accounts_attempts (key, minute, tries) VALUES ({key}, {minute}, 1)
             ON CONFLICT (key) DO UPDATE SET tries = accounts_attempts.tries + 1 RETURNING tries AS "Value"
             """).ToListAsync(cancellation);
        if (tries[0] == 1)
            await db.Attempts.Where(attempt => attempt.Minute < minute - KeptMinutes).ExecuteDeleteAsync(cancellation);
        return tries[0];
    }

    private sealed class Answer(bool acquired) : RateLimitLease
    {
        public static readonly Answer Yes = new(true), No = new(false);

        public override bool IsAcquired => acquired;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
