using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.Mails;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Tests.Data;

namespace Parelmuur.Kernel.Tests.Mails;

/// <summary>A mail is saved with the change it tells of, and each node sends what no other node has in hand.</summary>
public sealed class QueueTests
{
    private readonly SetTime time = new(PostOffice.Start);

    [Theory, OnEachDatabase]
    public async Task Send_InARoom_IsSavedWithItsChange(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using (var db = await NoteDb.InAsync(database, time))
        {
            var note = new Note { Text = "een notitie" };
            db.Notes.Add(note);
            db.Record(new NoteWritten(note.Id, note.Text), new Actor("test"));
            db.Send(MailTo("jan"));
            await db.SaveChangesAsync();
        }

        await using var later = await NoteDb.InAsync(database);
        Assert.Equal(PostOffice.Start, (await later.Mails.SingleAsync()).Queued);
    }

    [Theory, OnEachDatabase]
    public async Task Send_WithAChangeThatIsRefused_SavesNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using (var db = await NoteDb.InAsync(database, time))
        {
            db.Notes.Add(new Note { Text = "forgotten" });
            db.Send(MailTo("jan"));
            // The mail does not stand in for the entry of the ledger.
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        }

        await using var later = await NoteDb.InAsync(database);
        Assert.False(await later.Mails.AnyAsync());
    }

    [Theory, OnEachDatabase]
    public async Task Send_Committed_WakesTheSender(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var office = PostOffice.With(database, time);
        var woken = office.Signal.WaitAsync(Timeout.InfiniteTimeSpan, CancellationToken.None);
        Assert.False(woken.IsCompleted);

        await office.QueueAsync(MailTo("jan"));

        await woken.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Theory, OnEachDatabase]
    public async Task Send_RolledBack_SendsNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var server = await SmtpServer.StartAsync();
        await using var office = PostOffice.Of(database, server, time);

        await office.InDb(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Send(MailTo("jan"));
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
            return true;
        });
        await office.QueueAsync(MailTo("els"));
        await office.SendDueAsync();

        var arrived = Assert.Single(await server.StopAsync());
        Assert.Equal("els@deventer.nl", arrived.GetProperty("to")[0].GetString());
    }

    [Theory, OnEachDatabase]
    public async Task Mail_WithTwoNodes_IsSentOnce(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var server = await SmtpServer.StartAsync();
        await using var first = PostOffice.Of(database, server, time);
        await using var second = PostOffice.Of(database, server, time);
        const int Count = 24;
        await first.QueueAsync([.. Enumerable.Range(0, Count).Select(number => MailTo($"jan{number}"))]);

        await Task.WhenAll(
            Task.Run(() => first.SendDueAsync()), Task.Run(() => second.SendDueAsync()),
            Task.Run(() => first.SendDueAsync()), Task.Run(() => second.SendDueAsync()));

        Assert.All(await first.MailsAsync(), mail => Assert.NotNull(mail.Sent));
        Assert.Equal(
            Enumerable.Range(0, Count).Select(number => $"jan{number}@deventer.nl").Order(StringComparer.Ordinal),
            (await server.StopAsync()).Select(mail => mail.GetProperty("to")[0].GetString()).Order(StringComparer.Ordinal));
    }

    [Theory, OnEachDatabase]
    public async Task Mail_OfANodeThatDied_IsTakenByAnotherAfterTheLease(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var server = await SmtpServer.StartAsync();
        await using var office = PostOffice.Of(database, server, time);
        await office.QueueAsync(MailTo("jan"));
        var taken = await office.InDb(db => new MailQueue(db, time).TakeAsync("a dead node", CancellationToken.None));

        time.Pass(MailQueue.Lease - TimeSpan.FromSeconds(1));
        await office.SendDueAsync();
        Assert.Null(Assert.Single(await office.MailsAsync()).Sent);
        time.Pass(TimeSpan.FromSeconds(1));
        await office.SendDueAsync();

        Assert.NotNull(Assert.Single(await office.MailsAsync()).Sent);
        // It was not dead after all, but it cannot change any more what became of the mail.
        Assert.Equal(0, await office.InDb(db =>
            new MailQueue(db, time).GiveUpAsync(taken!, "a dead node", "too late", CancellationToken.None)));
    }

    [Theory, OnEachDatabase]
    public async Task Mail_OfAClockThatWasAhead_DoesNotWaitForThatTime(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var server = await SmtpServer.StartAsync();
        await using var office = PostOffice.Of(database, server, time);
        time.Pass(TimeSpan.FromDays(365));
        await office.QueueAsync(MailTo("jan"), MailTo("piet"));
        await office.InDb(db => new MailQueue(db, time).TakeAsync("a node that died then", CancellationToken.None));

        time.Pass(TimeSpan.FromDays(-365));
        await office.SendDueAsync();

        Assert.All(await office.MailsAsync(), mail => Assert.NotNull(mail.Sent));
    }

    [Theory, OnEachDatabase]
    public async Task Mails_SentOrGivenUpLongAgo_AreForgotten(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var server = await SmtpServer.StartAsync();
        await using var office = PostOffice.Of(database, server, time);
        await office.QueueAsync(MailTo("weg"), MailTo("jan"));
        await office.SendDueAsync();
        time.Pass(MailQueue.KeepFor);
        await office.QueueAsync(MailTo("wacht"));
        Assert.Equal(0, await office.RemoveOldAsync());

        time.Pass(TimeSpan.FromDays(1));

        Assert.Equal(2, await office.RemoveOldAsync());
        Assert.Equal("wacht@deventer.nl", Assert.Single(await office.MailsAsync()).To);
    }

    private static Mail MailTo(string name) => new($"{name}@deventer.nl", name, "Onderwerp", "Geheime tekst");
}
