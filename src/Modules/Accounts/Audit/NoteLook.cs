using System.Collections.Concurrent;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.Audit;

/// <summary>Writes in the ledger that somebody looked at what is not public, at most once an hour for the same person and thing.</summary>
/// <remarks>Leafing through twenty pages is one look. The memory of it is of this node only; two nodes write it twice.</remarks>
internal sealed class NoteLook(TimeProvider time)
{
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Once = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(PersonId Who, OrganisationId? Organisation, string What), DateTimeOffset> noted = new();

    /// <summary>Writes it before anything is shown; when that fails, nothing is shown.</summary>
    public async Task AtAsync(
        AccountsDb db, CurrentPerson who, IEnumerable<OrganisationId?> organisations, string what, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var fresh = organisations.Distinct().Select(organisation => (who.Id, organisation, what))
            .Where(look => !noted.TryGetValue(look, out var before) || now - before >= Once).ToList();
        if (fresh.Count == 0)
            return;
        foreach (var look in fresh)
            db.Record(new PrivateDataSeen(look.organisation, what), who.Actor);
        await db.SaveChangesAsync(cancellation);
        if (noted.Count > MostRemembered)
            noted.Clear();
        foreach (var look in fresh)
            noted[look] = now;
    }
}
