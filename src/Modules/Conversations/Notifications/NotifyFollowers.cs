using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;
using Parelmuur.Catalogue;
using Parelmuur.Conversations.Following;
using Parelmuur.Design;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Conversations.Notifications;

/// <summary>Reads the ledger and tells people what happens to what they follow. Runs on one node at a time.</summary>
/// <remarks>
/// Reading the same entries again adds nothing: one person has one notification of one entry. Nobody is told of an own
/// act. Who shares, asks, joins or becomes steward follows by that, unless the person stopped before.
/// </remarks>
internal sealed class NotifyFollowers(IServiceScopeFactory scopes, TimeProvider time) : ILedgerReader
{
    private static readonly Actor Actor = new("berichten");
    private static readonly TimeSpan StillNews = TimeSpan.FromDays(7);

    /// <inheritdoc/>
    public string Name => "notifications";

    /// <inheritdoc/>
    public bool EveryNode => false;

    /// <inheritdoc/>
    public async Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ConversationsDb>();
        await ForgetClosedAsync(db, entries, cancellation);
        await scope.ServiceProvider.GetRequiredService<MoveFollows>().ReadAsync(entries, Actor, cancellation);
        await FollowByThemselvesAsync(db, entries, cancellation);
        // A site that is years old learns this today: what happened then is no news.
        var since = time.GetUtcNow() - StillNews;
        var news = entries.Where(entry => entry.Moment > since).Select(NewsItem.Of).OfType<NewsItem>().ToList();
        if (news.Count > 0)
            await scope.ServiceProvider.GetRequiredService<ChooseReceivers>().NotifyAsync(await OnlyAfterFadingAsync(db, news, cancellation), cancellation);
        await WithdrawAsync(db, entries, cancellation);
    }

    // The name of the person is gone from the account; what the person followed goes too.
    private static async Task ForgetClosedAsync(ConversationsDb db, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
    {
        var closed = entries.Where(entry => entry.Event == nameof(AccountClosed)).Select(entry => new PersonId(entry.SubjectId)).ToList();
        if (closed.Count == 0)
            return;
        await db.Follows.Where(each => closed.Contains(each.Person)).ExecuteDeleteAsync(cancellation);
        await db.Notifications.Where(each => closed.Contains(each.Person)).ExecuteDeleteAsync(cancellation);
    }

    private static async Task FollowByThemselvesAsync(ConversationsDb db, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
    {
        var wanted = entries.Select(entry => (Person: WhoCares(entry), Kind: KindOf(entry), Key: $"{entry.SubjectId}", entry.Moment))
            .Where(each => each.Person is not null).DistinctBy(each => (each.Person, each.Kind, each.Key)).ToList();
        if (wanted.Count == 0)
            return;
        var keys = wanted.Select(each => each.Key).Distinct().ToList();
        var known = await db.Follows.Where(each => keys.Contains(each.Key))
            .Select(each => new { each.Person, each.Kind, each.Key }).ToListAsync(cancellation);
        var added = wanted.Where(each => !known.Exists(one => one.Person == each.Person && one.Kind == each.Kind && one.Key == each.Key)).ToList();
        foreach (var (person, kind, key, moment) in added)
        {
            db.Follows.Add(Follow.Of(person!.Value, kind, key, moment, automatic: true));
            db.Record(new FollowStarted(person.Value, kind), Actor);
        }

        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    private static PersonId? WhoCares(LedgerEntry entry) => entry.Event switch
    {
        nameof(SolutionShared) or nameof(QuestionAsked) or nameof(IntentionShared) or nameof(IntentionJoined) => entry.Person,
        nameof(StewardAnswered) when entry.As<StewardAnswered>() is { Outcome: "Accepted" } answer => answer.Person,
        _ => null,
    };

    private static string KindOf(LedgerEntry entry) =>
        entry.Subject == IntentionEvent.SubjectName ? Followable.Intention : Followable.Solution;

    // What was taken back or hidden is no longer for others, so nobody is told of it any more.
    private async Task WithdrawAsync(ConversationsDb db, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
    {
        var hidden = entries.Where(entry => entry.Event == nameof(ContributionHidden))
            .Select(entry => entry.As<ContributionHidden>().Contribution).ToList();
        var takenBack = entries.Where(entry => entry.Event is nameof(SolutionTakenBack) or nameof(IntentionWithdrawn)).ToList();
        if (hidden.Count + takenBack.Count == 0)
            return;
        var (solutions, last) = (takenBack.Select(entry => entry.SubjectId).ToList(), takenBack.Select(entry => entry.Sequence).DefaultIfEmpty().Max());
        var about = db.Set<LedgerEntry>().Where(entry => solutions.Contains(entry.SubjectId) && entry.Sequence < last).Select(entry => entry.Sequence);
        var gone = await db.Notifications
            .Where(each => (each.Read == null || each.Mailed == null)
                && (about.Contains(each.Entry) || (each.Contribution != null && hidden.Contains(each.Contribution.Value))))
            .ToListAsync(cancellation);
        if (gone.Count == 0)
            return;
        gone.ForEach(each => each.Withdraw(time.GetUtcNow()));
        db.Record(new NotificationsChanged([.. gone.Select(each => each.Entry).Distinct()]), Actor);
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    // A steward who says every year that it is still true is no news; one who says so after nobody did for long, is.
    private static async Task<List<NewsItem>> OnlyAfterFadingAsync(ConversationsDb db, List<NewsItem> news, CancellationToken cancellation)
    {
        var confirmed = news.Where(item => item.Event == nameof(SolutionConfirmed)).ToList();
        if (confirmed.Count == 0)
            return news;
        var ids = confirmed.Select(item => item.Solution.Value).Distinct().ToList();
        var freshness = await db.Set<LedgerEntry>()
            .Where(entry => ids.Contains(entry.SubjectId) && (entry.Event == nameof(SolutionConfirmed) || entry.Event == nameof(SolutionFaded)))
            .Select(entry => new { entry.SubjectId, entry.Sequence, entry.Event }).ToListAsync(cancellation);
        var again = confirmed.Where(item => freshness
            .Where(each => each.SubjectId == item.Solution.Value && each.Sequence < item.Entry).MaxBy(each => each.Sequence)?.Event == nameof(SolutionFaded));
        return [.. news.Except(confirmed.Except(again))];
    }
}
