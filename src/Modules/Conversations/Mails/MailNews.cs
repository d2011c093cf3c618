using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Parelmuur.Accounts;
using Parelmuur.Conversations.Inbox;
using Parelmuur.Kernel.Jobs;
using Parelmuur.Kernel.People;

namespace Parelmuur.Conversations.Mails;

/// <summary>Sends what waits to people, at the rhythm that each chose: one mail with everything in it.</summary>
internal sealed class MailNews(
    ConversationsDb db, IAccounts accounts, ReadInbox inbox, WriteNewsMail write, TimeProvider time, ILogger<MailNews> log) : IJob
{
    private const int PeopleAtOnce = 200;
    private static readonly Actor Actor = new("berichten");

    /// <inheritdoc/>
    public string Name => "mail notifications";

    /// <inheritdoc/>
    public string Does => "Berichten mailen";

    /// <inheritdoc/>
    public TimeSpan Every => Rhythm.Together;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var soonest = Rhythm.LastBefore(now, MailRhythm.Direct);
        var waiting = await db.Notifications.Where(each => each.Mailed == null && each.Made <= soonest)
            .Select(each => each.Person).Distinct().ToListAsync(cancellation);
        foreach (var people in waiting.Chunk(PeopleAtOnce))
        {
            var addresses = await accounts.MailAddressesAsync(people, cancellation);
            await PassOverAsync([.. people.Where(person => addresses.GetValueOrDefault(person) is null or { Rhythm: MailRhythm.Never })], now, cancellation);
            foreach (var (person, address) in addresses.Where(each => each.Value.Rhythm != MailRhythm.Never))
                await TryAsync(person, address, now, cancellation);
        }
    }

    private async Task TryAsync(PersonId person, MailAddressOf address, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            await SendAsync(person, address, now, cancellation);
        }
#pragma warning disable CA1031 // What is wrong with the mail of one person must not keep that of the others.
        catch (Exception error) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            log.NewsNotMailed(error, person);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    // Who wants no mail gets none later either, when that changes.
    private Task<int> PassOverAsync(List<PersonId> people, DateTimeOffset now, CancellationToken cancellation) => people.Count == 0
        ? Task.FromResult(0)
        : db.Notifications.Where(each => people.Contains(each.Person) && each.Mailed == null)
            .ExecuteUpdateAsync(row => row.SetProperty(each => each.Mailed, now), cancellation);

    private async Task SendAsync(PersonId person, MailAddressOf address, DateTimeOffset now, CancellationToken cancellation)
    {
        var moment = Rhythm.LastBefore(now, address.Rhythm);
        var mine = db.Notifications.Where(each => each.Person == person && each.Mailed == null);
        if (!await mine.AnyAsync(each => each.Made <= moment, cancellation))
            return;
        var rows = await inbox.RowsOf(mine).OrderBy(each => each.Notification.Entry).ToListAsync(cancellation);
        rows.ForEach(row => row.Notification.Mail(now));
        // Who reads the site as it happens needs no mail of the same; a digest has everything.
        var news = rows.Where(row => address.Rhythm != MailRhythm.Direct || row.Notification.Read is null).ToList();
        if (await write.OfAsync(person, address, news, cancellation) is { } mail)
            db.Send(mail);
        db.Record(new NewsMailed(person, news.Count), Actor);
        await db.SaveChangesAsync(cancellation);
    }
}
