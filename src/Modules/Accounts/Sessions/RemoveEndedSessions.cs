using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.Jobs;

namespace Parelmuur.Accounts.Sessions;

/// <summary>Every day: removes sessions that ended by time. They let nobody in any more, so the ledger has nothing to tell.</summary>
internal sealed class RemoveEndedSessions(AccountsDb db, TimeProvider time) : IDailyJob
{
    /// <inheritdoc/>
    public string Name => "remove ended sessions";

    /// <inheritdoc/>
    public string Does => "Verlopen sessies opruimen";

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return db.Sessions.Where(each => each.Ends <= now).ExecuteDeleteAsync(cancellation);
    }
}
