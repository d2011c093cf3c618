using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.Data;

namespace Parelmuur.Kernel.Mails;

/// <summary>What others may know of the mail that waits.</summary>
public interface IMailQueue
{
    /// <summary>How many mails were tried in vain and still wait.</summary>
    Task<int> LateAsync(CancellationToken cancellation);
}

/// <summary>Gives each waiting mail to one node at a time, and keeps what became of it.</summary>
internal sealed class MailQueue(KernelDb db, TimeProvider time) : IMailQueue
{
    /// <summary>How long one node may work on a mail before another may take it; much longer than sending may take.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>How long it can be seen that a mail was sent or given up.</summary>
    public static readonly TimeSpan KeepFor = TimeSpan.FromDays(30);

    /// <summary>How long to wait after each attempt in vain; after the last one the mail is given up.</summary>
    public static readonly IReadOnlyList<TimeSpan> Pauses =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(12)];

    private const int CandidateCount = 10;

    /// <summary>Takes the mail that waits longest for this node, or null when none is due.</summary>
    public async Task<QueuedMail?> TakeAsync(string node, CancellationToken cancellation)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            var due = await Due(now)
                .OrderBy(mail => mail.NextAttempt).ThenBy(mail => mail.Id)
                .Select(mail => mail.Id).Take(CandidateCount).ToListAsync(cancellation);
            if (due.Count == 0)
                return null;
            foreach (var id in due)
            {
                if (await LeaseAsync(id, node, now, cancellation))
                    return await db.Mails.AsNoTracking().SingleAsync(mail => mail.Id == id, cancellation);
            }
        }
    }

    public Task<int> LateAsync(CancellationToken cancellation) =>
        db.Mails.CountAsync(mail => mail.NextAttempt != null && mail.Attempts > 0, cancellation);

    /// <summary>Notes that the mail has been handed over.</summary>
    /// <returns>1, or 0 when this node had lost the mail.</returns>
    public Task<int> SentAsync(QueuedMail mail, string node, CancellationToken cancellation) =>
        OfNode(mail, node).ExecuteUpdateAsync(
            row => row.SetProperty(each => each.Sent, time.GetUtcNow())
                .SetProperty(each => each.NextAttempt, (DateTimeOffset?)null)
                .SetProperty(each => each.Text, "")
                .SetProperty(each => each.Unsubscribe, (string?)null),
            cancellation);

    /// <summary>Puts the mail back after an attempt in vain, or gives it up after the last.</summary>
    /// <returns>When it is tried again, or null when it was given up.</returns>
    public async Task<DateTimeOffset?> TryLaterAsync(QueuedMail mail, string node, string reason, CancellationToken cancellation)
    {
        if (mail.Attempts >= Pauses.Count)
        {
            await GiveUpAsync(mail, node, reason, cancellation);
            return null;
        }

        var now = time.GetUtcNow();
        var next = now + Pauses[mail.Attempts];
        await OfNode(mail, node).ExecuteUpdateAsync(
            row => row.SetProperty(each => each.Attempts, each => each.Attempts + 1)
                .SetProperty(each => each.NextAttempt, next)
                .SetProperty(each => each.LeasedUntil, now),
            cancellation);
        return next;
    }

    /// <summary>Notes that the mail will never be sent, and why.</summary>
    /// <returns>1, or 0 when this node had lost the mail.</returns>
    public Task<int> GiveUpAsync(QueuedMail mail, string node, string reason, CancellationToken cancellation) =>
        OfNode(mail, node).ExecuteUpdateAsync(
            row => row.SetProperty(each => each.FailedReason, reason)
                .SetProperty(each => each.Attempts, each => each.Attempts + 1)
                .SetProperty(each => each.NextAttempt, (DateTimeOffset?)null)
                .SetProperty(each => each.Text, "")
                .SetProperty(each => each.Unsubscribe, (string?)null),
            cancellation);

    /// <summary>Forgets the mails that were sent or given up long ago.</summary>
    /// <returns>How many.</returns>
    public Task<int> RemoveOldAsync(CancellationToken cancellation)
    {
        var limit = time.GetUtcNow() - KeepFor;
        return db.Mails
            .Where(mail => mail.NextAttempt == null && (mail.Sent < limit || (mail.Sent == null && mail.Queued < limit)))
            .ExecuteDeleteAsync(cancellation);
    }

    private async Task<bool> LeaseAsync(Guid id, string node, DateTimeOffset now, CancellationToken cancellation)
    {
        var until = now + Lease;
        return await Due(now).Where(mail => mail.Id == id)
            .ExecuteUpdateAsync(
                row => row.SetProperty(each => each.LeasedBy, node).SetProperty(each => each.LeasedUntil, until),
                cancellation) == 1;
    }

    // What is later than it can be was written by a clock that was ahead: without this it would wait until then.
    private IQueryable<QueuedMail> Due(DateTimeOffset now)
    {
        var (latest, latestLease) = (now + (Pauses[^1] * 2), now + (Lease * 2));
        return db.Mails.Where(mail =>
            (mail.NextAttempt <= now || mail.NextAttempt > latest) && (mail.LeasedUntil <= now || mail.LeasedUntil > latestLease));
    }

    // A node that lost its lease may not change what another did since.
    private IQueryable<QueuedMail> OfNode(QueuedMail mail, string node) =>
        db.Mails.Where(each => each.Id == mail.Id && each.LeasedBy == node && each.NextAttempt != null);
}
