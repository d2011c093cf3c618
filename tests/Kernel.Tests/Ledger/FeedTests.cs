using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Ledger;

namespace Parelmuur.Kernel.Tests.Ledger;

/// <summary>The feed of a whole node, and of two nodes on one database.</summary>
public sealed class FeedTests
{
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory, OnEachDatabase]
    public async Task Write_OnThisNode_ReachesItsReader(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var reader = new Remembering("search", everyNode: true);
        await using var node = await Node.StartAsync(database, reader);

        await node.WriteAsync("one", "two");

        Assert.Equal(["one", "two"], await reader.NextAsync(2));
    }

    [Theory, OnEachDatabase]
    public async Task Write_OnAnotherNode_ReachesTheReaderOfEachNode(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var (here, there) = (new Remembering("search", everyNode: true), new Remembering("search", everyNode: true));
        await using var first = await Node.StartAsync(database, here);
        await using var second = await Node.StartAsync(database, there);

        await first.WriteAsync("one");
        await second.WriteAsync("two");

        Assert.Equal(["one", "two"], await here.NextAsync(2));
        Assert.Equal(["one", "two"], await there.NextAsync(2));
    }

    [Theory, OnEachDatabase]
    public async Task Clock_IsLookedAtAgainAndAgain_OnEachNode_WithoutAnyEntry(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var (here, there) = (new Passing(), new Passing());
        await using var first = await Node.StartAsync(database, here);
        await using var second = await Node.StartAsync(database, there);

        for (var time = 0; time < 2; time++)
        {
            await here.LookedAsync();
            await there.LookedAsync();
        }
    }

    [Theory, OnEachDatabase]
    public async Task Write_BeforeTheNodeStarted_IsForReadersWithAStoredPositionOnly(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var seen = new Remembering("earlier", everyNode: true);
        await using (var earlier = await Node.StartAsync(database, seen))
        {
            await earlier.WriteAsync("before");
            // On PostgreSQL a position waits for transactions elsewhere on the server; once it was read, it is passed.
            await seen.NextAsync(1);
        }

        var (memory, mail) = (new Remembering("search", everyNode: true), new Remembering("mail", everyNode: false));
        await using var node = await Node.StartAsync(database, memory, mail);

        await node.WriteAsync("after");

        Assert.Equal(["after"], await memory.NextAsync(1));
        Assert.Equal(["before", "after"], await mail.NextAsync(2));
    }

    [Theory, OnEachDatabase]
    public async Task Reader_OfOneNodeAtATime_GetsEachEntryOnOneNode(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var both = Channel.CreateUnbounded<string>();
        await using var first = await Node.StartAsync(database, new Remembering("mail", everyNode: false, both));
        await using var second = await Node.StartAsync(database, new Remembering("mail", everyNode: false, both));

        for (var number = 0; number < 20; number++)
            await (number % 2 == 0 ? first : second).WriteAsync($"{number}");

        var one = new Remembering("mail", everyNode: false, both);
        Assert.Equal(Enumerable.Range(0, 20).Select(number => $"{number}"), await one.NextAsync(20));
        Assert.False(both.Reader.TryRead(out _));
    }

    [Theory, OnEachDatabase]
    public async Task Reader_ThatFails_IsOfferedTheSameEntriesAgain(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var stumbling = new Remembering("search", everyNode: true) { FailuresToCome = 2 };
        var other = new Remembering("cache", everyNode: true);
        await using var node = await Node.StartAsync(database, stumbling, other);

        await node.WriteAsync("one");

        Assert.Equal(["one"], await other.NextAsync(1));
        Assert.Equal(["one"], await stumbling.NextAsync(1));
        Assert.Equal(0, stumbling.FailuresToCome);
    }

    [Fact]
    public async Task Start_ReaderThatStartsAlone_RunsBesideTheOthers()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var others = new Starting(alone: false, () => began.Task.WaitAsync(Patience));
        var alone = new Starting(alone: true, () =>
        {
            began.SetResult();
            return Task.CompletedTask;
        });

        await using var node = await Node.StartAsync(database, others, alone);

        Assert.True(began.Task.IsCompletedSuccessfully);
    }

    [Theory, OnEachDatabase]
    public async Task Node_ThatStops_LeavesTheWorkOfItsReadersToOthersAtOnce(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var mail = new Remembering("mail", everyNode: false);
        await using (var node = await Node.StartAsync(database, mail))
        {
            await node.WriteAsync("one");
            await mail.NextAsync(1);
            Assert.True(await LeaseEndsAsync(database) > TimeProvider.System.GetUtcNow());
        }

        Assert.True(await LeaseEndsAsync(database) < TimeProvider.System.GetUtcNow());

        static async Task<DateTimeOffset> LeaseEndsAsync(TestDatabase database)
        {
            await using var db = new KernelDb(database.Options<KernelDb>(), TimeProvider.System);
            return await db.Cursors.Where(cursor => cursor.Reader == "mail").Select(cursor => cursor.LeasedUntil).SingleAsync();
        }
    }

    [PostgresFact]
    public async Task Commit_OnAnotherNode_WakesThisOneByNotification()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Postgres);
        using var signal = new LedgerSignal();
        using var listener = new PostgresListener(
            database.Configuration, signal, TimeProvider.System, NullLogger<PostgresListener>.Instance);
        await listener.StartAsync(CancellationToken.None);
        await using var db = new KernelDb(database.Options<KernelDb>(), TimeProvider.System);
        while (!await db.Database.SqlQuery<string>($"""SELECT query AS "Value" FROM pg_stat_activity""")
            .AnyAsync(query => query == $"LISTEN {PostgresListener.Channel}"))
        {
            await Task.Yield();
        }

        // Only the notification can end this wait: nothing else knows this signal.
        var woken = signal.WaitAsync(Timeout.InfiniteTimeSpan, CancellationToken.None);
        Assert.False(woken.IsCompleted);
        await using var writer = await Writer.BeginAsync(database);
        await writer.AppendAsync("one");
        await writer.CommitAsync();

        await woken.WaitAsync(Patience);
        await listener.StopAsync(CancellationToken.None);
    }

    [PostgresFact]
    public async Task Feed_AfterTheDatabaseBrokeEveryConnection_GoesOn()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Postgres);
        var reader = new Remembering("search", everyNode: true);
        await using var node = await Node.StartAsync(database, reader);
        await node.WriteAsync("one");
        Assert.Equal(["one"], await reader.NextAsync(1));

        await using (var connection = new NpgsqlConnection($"{database.Connection};Pooling=false"))
        {
            await connection.OpenAsync();
            await using var breaking = new NpgsqlCommand(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()",
                connection);
            await breaking.ExecuteNonQueryAsync();
        }

        NpgsqlConnection.ClearAllPools();
        await WriteOnceItHoldsAsync(node, "two");

        Assert.Equal(["two"], await reader.NextAsync(1));
    }

    // Who writes while connections break is told so, and writes again; each broken connection fails once.
    private static async Task WriteOnceItHoldsAsync(Node node, string name)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await node.WriteAsync(name);
                return;
            }
            catch (InvalidOperationException error) when (attempt < 10 && error.GetBaseException() is IOException or System.Net.Sockets.SocketException or PostgresException)
            {
                // The next attempt takes another connection.
            }
        }
    }

    private sealed class Passing : ILedgerReader
    {
        private readonly Channel<bool> looks = Channel.CreateUnbounded<bool>();

        public string Name => "clock";

        public bool EveryNode => true;

        public Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation) => Task.CompletedTask;

        public async Task PassAsync(CancellationToken cancellation) => await looks.Writer.WriteAsync(true, cancellation);

        public async Task LookedAsync()
        {
            using var patience = new CancellationTokenSource(Patience);
            await looks.Reader.ReadAsync(patience.Token);
        }
    }

    private sealed class Starting(bool alone, Func<Task> start) : ILedgerReader
    {
        public string Name => alone ? "alone" : "in turn";

        public bool EveryNode => true;

        public bool StartsAlone => alone;

        public Task StartAsync(CancellationToken cancellation) => start();

        public Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation) => Task.CompletedTask;
    }
}
