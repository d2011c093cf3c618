using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Parelmuur.Kernel.Mails;

namespace Parelmuur.Kernel.Tests.Mails;

/// <summary>Mail to a real server: one that takes it, and ones that refuse, wait or break off.</summary>
public sealed class DeliveryTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SetTime time = new(PostOffice.Start);

    [Theory, OnEachDatabase]
    public async Task Mail_Sent_ArrivesAsItWasWritten(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var server = await SmtpServer.StartAsync();
        await using var office = PostOffice.Of(database, server, time, "FromName=Parelmuur Drenthe");
        const string Subject = "Eén vraag over “Zaaksysteem-koppeling”: mogen wíj hem óók gebruiken? Het kost geen €";
        const string Text = "Beste Zoë,\r\n\r\n.punt vooraan\r\n..\r\n.\r\nHet scheelt € 1.200 per jaar — écht waar.\r\n\r\n-- \r\nParelmuur\r\n";

        await office.QueueAsync(new Mail("zoe@deventer.nl", "Zoë \"Pietje\" van Ëst, <mevr.>", Subject, Text));
        await office.SendDueAsync();

        var arrived = await server.NextAsync();
        var mail = arrived.GetProperty("mail");
        Assert.Equal(
            ("muur@parelmuur.example", "zoe@deventer.nl"),
            (arrived.GetProperty("from").GetString(), Assert.Single(arrived.GetProperty("to").EnumerateArray()).GetString()));
        Assert.Equal(
            ("Parelmuur Drenthe", "muur@parelmuur.example"),
            (mail.GetProperty("from").GetProperty("name").GetString(), mail.GetProperty("from").GetProperty("address").GetString()));
        var to = Assert.Single(mail.GetProperty("to").EnumerateArray());
        Assert.Equal(
            ("Zoë 'Pietje' van Ëst, <mevr.>", "zoe@deventer.nl"),
            (to.GetProperty("name").GetString(), to.GetProperty("address").GetString()));
        Assert.Equal(Subject, mail.GetProperty("subject").GetString());
        Assert.Equal(Text, mail.GetProperty("text").GetString()!.ReplaceLineEndings("\r\n"));
        Assert.False(mail.TryGetProperty("html", out _));
        Assert.Equal("text/plain; charset=utf-8", Header(mail, "content-type"));
        Assert.Equal("auto-generated", Header(mail, "auto-submitted"));
        Assert.NotNull(Header(mail, "date"));
        Assert.Equal($"<{(await office.MailsAsync()).Single().Id:N}@parelmuur.example>", Header(mail, "message-id"));
        Assert.Null(Header(mail, "list-unsubscribe"));
    }

    [Theory]
    [InlineData("Jan \"Piet\" <evil@x.nl>", "Jan 'Piet' <evil@x.nl>")]
    [InlineData("Jan\\", "Jan/")]
    [InlineData("Jansen, Jan", "Jansen, Jan")]
    [InlineData("", "")]
    public async Task Name_WithSigns_AddsNoReceiver(string name, string expected)
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await using var server = await SmtpServer.StartAsync();
        await using var office = PostOffice.Of(database, server, time);

        await office.QueueAsync(new Mail("jan@deventer.nl", name, "Onderwerp", "Tekst"));
        await office.SendDueAsync();

        var to = Assert.Single((await server.NextAsync()).GetProperty("mail").GetProperty("to").EnumerateArray());
        Assert.Equal(
            (expected, "jan@deventer.nl"), (to.GetProperty("name").GetString(), to.GetProperty("address").GetString()));
    }

    [Fact]
    public async Task Mail_ThatCanBeEnded_SaysHowInOneClick()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await using var server = await SmtpServer.StartAsync();
        await using var office = PostOffice.Of(database, server, time);
        var unsubscribe = new Uri($"https://parelmuur.example/afmelden/{new string('a', 300)}?soort=één");

        await office.QueueAsync(new Mail("jan@deventer.nl", "Jan", "Overzicht", "Tekst", unsubscribe));
        await office.SendDueAsync();

        var mail = (await server.NextAsync()).GetProperty("mail");
        Assert.Equal($"<{unsubscribe.AbsoluteUri}>", Header(mail, "list-unsubscribe"));
        Assert.Equal("List-Unsubscribe=One-Click", Header(mail, "list-unsubscribe-post"));
    }

    [Fact]
    public async Task Receiver_Unknown_FailsAtOnceWithTheReason()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await using var server = await SmtpServer.StartAsync();
        await using var office = PostOffice.Of(database, server, time);

        await office.QueueAsync(MailTo("weg"), MailTo("jan"));
        await office.SendDueAsync();
        time.Pass(TimeSpan.FromDays(2));
        await office.SendDueAsync();

        var mails = await office.MailsAsync();
        Assert.Equal((null, null, 1, ""), (mails[1].Sent, mails[1].NextAttempt, mails[1].Attempts, mails[1].Text));
        Assert.Contains("5.1.1 <w…@deventer.nl> does not live here", mails[1].FailedReason, StringComparison.Ordinal);
        Assert.Equal((PostOffice.Start, null), (mails[0].Sent, mails[0].FailedReason));
        Assert.Equal(["mail"], (await server.StopAsync()).Select(What));
        Assert.DoesNotContain("weg@", office.Log, StringComparison.Ordinal);
        Assert.Contains("w…@deventer.nl was given up after 1 attempts", office.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("straks", "Try again later")]
    [InlineData("verboden", "You may not send from there")]
    [InlineData("breekt", "")]
    public async Task Server_ThatRefusesForNow_IsTriedLater(string name, string reason)
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await using var server = await SmtpServer.StartAsync();
        await using var office = PostOffice.Of(database, server, time);

        await office.QueueAsync(MailTo(name));
        await office.SendDueAsync();

        var mail = Assert.Single(await office.MailsAsync());
        Assert.Equal(
            (null, null, 1, PostOffice.Start + TimeSpan.FromMinutes(1)),
            (mail.Sent, mail.FailedReason, mail.Attempts, mail.NextAttempt));
        Assert.Equal("Geheime tekst\r\n", mail.Text);
        Assert.Contains($"{name[0]}…@deventer.nl could not be sent", office.Log, StringComparison.Ordinal);
        Assert.Contains(reason, office.Log, StringComparison.Ordinal);
        Assert.DoesNotContain($"{name}@", office.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheime", office.Log, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Mail_RefusedForNow_ArrivesWhenItsTimeHasCome(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var server = await SmtpServer.StartAsync();
        await using var office = PostOffice.Of(database, server, time);
        await office.QueueAsync(MailTo("straks"));
        await office.SendDueAsync();

        time.Pass(TimeSpan.FromSeconds(59));
        await office.SendDueAsync();
        Assert.Null(Assert.Single(await office.MailsAsync()).Sent);
        time.Pass(TimeSpan.FromSeconds(1));
        await office.SendDueAsync();

        Assert.Equal("mail", What(await server.NextAsync()));
        var mail = Assert.Single(await office.MailsAsync());
        Assert.Equal((PostOffice.Start + TimeSpan.FromMinutes(1), null, ""), (mail.Sent, mail.NextAttempt, mail.Text));
    }

    [Fact]
    public async Task Mail_AlwaysRefusedForNow_IsGivenUpAfterTheLastPause()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await using var server = await SmtpServer.StartAsync();
        await using var office = PostOffice.Of(database, server, time);
        await office.QueueAsync(MailTo("nooit"));

        foreach (var pause in MailQueue.Pauses)
        {
            await office.SendDueAsync();
            Assert.Equal(time.GetUtcNow() + pause, Assert.Single(await office.MailsAsync()).NextAttempt);
            time.Pass(pause);
        }

        await office.SendDueAsync();

        var mail = Assert.Single(await office.MailsAsync());
        Assert.Equal((6, null, null, ""), (mail.Attempts, mail.NextAttempt, mail.Sent, mail.Text));
        Assert.Contains("Try again later", mail.FailedReason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("traag")]
    [InlineData("stil")]
    public async Task Server_ThatHoldsTheLine_IsGivenUpAfterTheLimit(string name)
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await using var server = await SmtpServer.StartAsync();
        await using var office = PostOffice.Of(database, server, time);

        await office.QueueAsync(MailTo(name));
        var sending = office.SendDueAsync();
        Assert.Equal("held", What(await server.NextAsync()));
        time.Pass(MailCarrier.Limit - TimeSpan.FromSeconds(1));
        Assert.False(sending.IsCompleted);
        time.Pass(TimeSpan.FromSeconds(1));
        await sending.WaitAsync(Patience);

        Assert.Equal("closed", What(await server.NextAsync()));
        Assert.Contains("did not answer in time", office.Log, StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(await office.MailsAsync()).Attempts);
    }

    [Fact]
    public async Task Server_ThatSaysNothing_IsGivenUpAfterTheLimit()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        await using var office = PostOffice.With(
            database, time, "Host=127.0.0.1", $"Port={port}", "From=muur@parelmuur.example");

        await office.QueueAsync(MailTo("jan"));
        var sending = office.SendDueAsync();
        using var connection = await silent.AcceptTcpClientAsync().WaitAsync(Patience);
        time.Pass(MailCarrier.Limit);
        await sending.WaitAsync(Patience);

        Assert.Contains("did not answer in time", office.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_ThatIsAway_IsTriedLater()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        // A port that is taken, on which nobody listens.
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        await using var office = PostOffice.With(
            database, time, "Host=127.0.0.1", $"Port={((IPEndPoint)taken.LocalEndPoint!).Port}", "From=muur@parelmuur.example");

        await office.QueueAsync(MailTo("jan"));
        await office.SendDueAsync();

        Assert.Equal(PostOffice.Start + TimeSpan.FromMinutes(1), Assert.Single(await office.MailsAsync()).NextAttempt);
        Assert.Contains("refused", office.Log, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Receiver_ThatIsSlow_DoesNotHoldUpTheOthers(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var server = await SmtpServer.StartAsync();
        await using var office = PostOffice.Of(database, server, time);
        await office.RunAsync();

        // The slow one was queued first; only the commit wakes the sender.
        await office.QueueAsync(MailTo("traag"), MailTo("jan"), MailTo("els"));

        string[] happened = [What(await server.NextAsync()), What(await server.NextAsync()), What(await server.NextAsync())];
        Assert.Equal(["held", "mail", "mail"], happened.Order(StringComparer.Ordinal));
        // Breaks the connection that still waits, so that the node can stop.
        await server.StopAsync();
    }

    [Fact]
    public async Task Receiver_ThatIsSlow_HasWokenTheNextWorker()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await using var server = await SmtpServer.StartAsync();
        await using var office = PostOffice.Of(database, server, time);
        await office.QueueAsync(MailTo("traag"));
        await office.Signal.WaitAsync(TimeSpan.Zero, CancellationToken.None);
        var next = office.Signal.WaitAsync(Timeout.InfiniteTimeSpan, CancellationToken.None);
        Assert.False(next.IsCompleted);

        var sending = office.SendDueAsync();
        await server.NextAsync();

        Assert.False(sending.IsCompleted);
        await next.WaitAsync(Patience);
        await server.StopAsync();
        await sending;
    }

    [Fact]
    public async Task Stop_WhileAServerHoldsTheLine_SoonPutsTheMailBack()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await using var server = await SmtpServer.StartAsync();
        await using var office = PostOffice.Of(database, server, time);
        using var stop = new CancellationTokenSource();
        await office.QueueAsync(MailTo("traag"));
        var sending = office.SendDueAsync(stop.Token);
        Assert.Equal("held", What(await server.NextAsync()));

        await stop.CancelAsync();
        time.Pass(MailCarrier.Grace);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending.WaitAsync(Patience));

        var mail = Assert.Single(await office.MailsAsync());
        Assert.Equal((1, time.GetUtcNow() + TimeSpan.FromMinutes(1)), (mail.Attempts, mail.NextAttempt));
        Assert.Equal(time.GetUtcNow(), mail.LeasedUntil);
    }

    [Fact]
    public async Task Password_IsGivenToTheServer()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await using var server = await SmtpServer.StartAsync("sign-in");
        await using var office = PostOffice.Of(database, server, time, "User=muur", "Password=geheim", "StartTls=false");

        await office.QueueAsync(MailTo("jan"));
        await office.SendDueAsync();

        Assert.Equal("sign-in", What(await server.NextAsync()));
        Assert.Equal("muur", (await server.NextAsync()).GetProperty("user").GetString());
    }

    [Fact]
    public async Task Password_Wrong_IsTriedLater()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await using var server = await SmtpServer.StartAsync("sign-in");
        await using var office = PostOffice.Of(database, server, time, "User=muur", "Password=fout", "StartTls=false");

        await office.QueueAsync(MailTo("jan"));
        await office.SendDueAsync();

        Assert.Equal(PostOffice.Start + TimeSpan.FromMinutes(1), Assert.Single(await office.MailsAsync()).NextAttempt);
        Assert.DoesNotContain("fout", office.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_IsNotGivenToAServerThatCannotProveItsName()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        // Its certificate is signed by itself.
        await using var server = await SmtpServer.StartAsync("sign-in");
        await using var office = PostOffice.Of(database, server, time, "User=muur", "Password=geheim");

        await office.QueueAsync(MailTo("jan"));
        await office.SendDueAsync();

        Assert.Contains("certificate", office.Log, StringComparison.Ordinal);
        Assert.Empty(await server.StopAsync());
    }

    private static Mail MailTo(string name) => new($"{name}@deventer.nl", name, "Onderwerp", "Geheime tekst");

    private static string What(JsonElement happened) => happened.GetProperty("what").GetString()!;

    private static string? Header(JsonElement mail, string name) =>
        mail.GetProperty("headers").TryGetProperty(name, out var value) ? value.GetString() : null;
}
