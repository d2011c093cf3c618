using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Kernel.Jobs;

namespace Parelmuur.Catalogue.Sharing;

/// <summary>Every day: removes the drafts of people whose account is closed. Nobody else could ever read them.</summary>
internal sealed class RemoveDrafts(CatalogueDb db, IAccounts accounts) : IDailyJob
{
    private const int AtOnce = 500;

    /// <inheritdoc/>
    public string Name => "remove drafts of closed accounts";

    /// <inheritdoc/>
    public string Does => "Concepten van gesloten accounts opruimen";

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var writers = await db.Drafts.Where(draft => draft.Writer != null).Select(draft => draft.Writer!.Value).Distinct().ToListAsync(cancellation);
        foreach (var some in writers.Chunk(AtOnce))
        {
            foreach (var writer in (await accounts.PeopleAsync(some, cancellation)).Values.Where(person => person.IsClosed).Select(person => person.Id))
                await db.Drafts.Where(draft => draft.Writer == writer).ExecuteDeleteAsync(cancellation);
        }
    }
}
