using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.Feeds;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Conversations.Notifications;

/// <summary>Reads the news of a solution straight from the ledger, for who does not sign in.</summary>
internal sealed class ReadNews(ConversationsDb db, TellNews tell)
{
    /// <summary>The newest that everyone may see, in the reader's language.</summary>
    public async Task<IReadOnlyList<ToldNews>> OfSolutionAsync(SolutionId solution, CancellationToken cancellation)
    {
        var events = NewsItem.Events.ToList();
        var entries = await db.Set<LedgerEntry>().AsNoTracking()
            .Where(entry => entry.SubjectId == solution.Value && events.Contains(entry.Event))
            .OrderByDescending(entry => entry.Sequence).Take(AtomFeed.Size).ToListAsync(cancellation);
        var items = entries.Select(NewsItem.Of).OfType<NewsItem>().ToList();
        var told = await tell.GatherAsync(items, cancellation);
        return [.. items.Select(told.Tell).OfType<ToldNews>()];
    }
}
