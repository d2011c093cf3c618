using Microsoft.EntityFrameworkCore;
using Parelmuur.Conversations.Following;
using Parelmuur.Conversations.Notifications;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Conversations.Inbox;

/// <summary>Reads the notifications of a person, and notes which the person has seen.</summary>
internal sealed class ReadInbox(
    ConversationsDb db, TellNews tell, FollowThings follow, UnreadCounts counts, IOrganisations organisations, TimeProvider time)
{
    private const int PageSize = 50;

    /// <summary>The notifications of a person, newest first: with two questions to the database.</summary>
    /// <returns>One page, and from which entry the next goes on.</returns>
    public async Task<(IReadOnlyList<ShownNotification> Shown, long? Older)> OfAsync(PersonId person, long? before, CancellationToken cancellation)
    {
        var rows = await RowsOf(db.Notifications.Where(each => each.Person == person && (before == null || each.Entry < before)))
            .OrderByDescending(each => each.Notification.Entry).Take(PageSize + 1).ToListAsync(cancellation);
        var shown = rows.Take(PageSize).ToList();
        var told = await GatherAsync(shown, cancellation);
        var names = await follow.NamesAsync(shown.Select(each => (each.Notification.Kind, each.Notification.Key)), cancellation);
        return (
            [.. shown.Select(row => (Row: row, News: told.Tell(row.Item))).Where(each => each.News is not null).Select(each => new ShownNotification(
                each.Row.Notification.Id, each.News!, organisations.DayOf(each.Row.Item.Moment), each.Row.Notification.Read is not null,
                names.GetValueOrDefault((each.Row.Notification.Kind, each.Row.Notification.Key))?.Name))],
            rows.Count > PageSize ? shown[^1].Notification.Entry : null);
    }

    /// <summary>The person has seen one.</summary>
    /// <returns>Where it leads; null when it is not this person's, or when nobody may see it any more.</returns>
    public async Task<string?> SeeAsync(CurrentPerson person, Guid id, CancellationToken cancellation)
    {
        if (await RowsOf(db.Notifications.Where(each => each.Id == id && each.Person == person.Id)).SingleOrDefaultAsync(cancellation) is not { } row)
            return null;
        if (row.Notification.Read is null)
        {
            row.Notification.See(time.GetUtcNow());
            db.Record(new NotificationsRead(person.Id), person.Actor);
            await db.SaveChangesAsync(cancellation);
            await counts.CountAgainAsync(person.Id, db, cancellation);
        }

        return (await GatherAsync([row], cancellation)).Tell(row.Item)?.Path;
    }

    /// <summary>The person has seen all of them.</summary>
    public async Task SeeAllAsync(CurrentPerson person, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Notifications.Where(each => each.Person == person.Id && each.Read == null)
            .ExecuteUpdateAsync(row => row.SetProperty(each => each.Read, now), cancellation);
        db.Record(new NotificationsRead(person.Id), person.Actor);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await counts.CountAgainAsync(person.Id, db, cancellation);
    }

    /// <summary>Notifications with what the ledger says of them, and what was said if that may be read.</summary>
    public IQueryable<InboxRow> RowsOf(IQueryable<Notification> notifications) =>
        from notification in notifications
        join entry in db.Set<LedgerEntry>() on notification.Entry equals entry.Sequence
        select new InboxRow
        {
            Notification = notification,
            Item = new NewsItem(
                entry.Sequence, entry.Moment, entry.Event, entry.Subject, entry.SubjectId, entry.Person, entry.OnBehalfOf, entry.Change),
            Text = db.Contributions.Where(each => each.Id == notification.Contribution && each.Hidden == null)
                .Select(each => each.Text.Substring(0, TellNews.CharactersRead)).FirstOrDefault(),
        };

    /// <summary>What the sentences of these rows need.</summary>
    public Task<NewsTold> GatherAsync(IReadOnlyCollection<InboxRow> rows, CancellationToken cancellation) => tell.GatherAsync(
        [.. rows.Select(row => row.Item)],
        rows.Where(row => row is { Text: not null, Notification.Contribution: not null }).DistinctBy(row => row.Notification.Contribution)
            .ToDictionary(row => row.Notification.Contribution!.Value, row => TellNews.Markless(row.Text!)),
        cancellation);
}

/// <summary>A notification as it was read.</summary>
internal sealed record InboxRow
{
    public required Notification Notification { get; init; }

    public required NewsItem Item { get; init; }

    public required string? Text { get; init; }
}

/// <summary>A notification as a page shows it.</summary>
/// <param name="Id">The notification.</param>
/// <param name="News">What happened.</param>
/// <param name="Day">When, in the Netherlands.</param>
/// <param name="IsRead">Whether the person saw it.</param>
/// <param name="Because">What the person follows; null when that is gone.</param>
internal sealed record ShownNotification(Guid Id, ToldNews News, DateOnly Day, bool IsRead, string? Because);
