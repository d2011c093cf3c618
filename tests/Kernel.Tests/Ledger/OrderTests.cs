using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Ledger;

namespace Parelmuur.Kernel.Tests.Ledger;

/// <summary>A reader of the ledger sees every committed entry exactly once, whatever the order of the commits.</summary>
[Collection(AloneOnTheServer.Name)]
public sealed class OrderTests
{
    [PostgresFact]
    public async Task Read_WhileAnEarlierWriterIsStillOpen_WaitsForIt()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Postgres);
        var follower = new Follower(database);
        await using var early = await Writer.BeginAsync(database);
        await using var late = await Writer.BeginAsync(database);
        await early.AppendAsync("early");
        await late.AppendAsync("late");
        Assert.True(early.Written[0] < late.Written[0]);

        await late.CommitAsync();
        Assert.Empty(await follower.ReadAsync());

        await early.CommitAsync();
        Assert.Equal(["early", "late"], await follower.ReadAsync());
        Assert.Empty(await follower.ReadAsync());
    }

    [PostgresFact]
    public async Task Read_AfterAnEarlierWriterGaveUp_GoesOn()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Postgres);
        var follower = new Follower(database);
        await using var early = await Writer.BeginAsync(database);
        await using var late = await Writer.BeginAsync(database);
        await early.AppendAsync("early");
        await late.AppendAsync("late");
        await late.CommitAsync();
        Assert.Empty(await follower.ReadAsync());

        await early.RollbackAsync();

        Assert.Equal(["late"], await follower.ReadAsync());
    }

    [PostgresFact]
    public async Task Read_LowerSequenceInALaterTransaction_IsNotSkipped()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Postgres);
        var follower = new Follower(database);
        await using var first = await Writer.BeginAsync(database);
        await using var second = await Writer.BeginAsync(database);
        await first.AppendAsync("first 1");
        await second.AppendAsync("second 1");
        await first.AppendAsync("first 2");
        await first.CommitAsync();

        // Sequence 1 and 3 are read before 2 exists for others.
        Assert.Equal(["first 1", "first 2"], await follower.ReadAsync());

        await second.CommitAsync();
        Assert.Equal(["second 1"], await follower.ReadAsync());
    }

    [PostgresFact]
    public async Task End_WhileAWriterIsOpen_LiesBeforeIt()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Postgres);
        await using var before = await Writer.BeginAsync(database);
        await before.AppendAsync("before");
        await before.CommitAsync();
        await using var open = await Writer.BeginAsync(database);
        await using var done = await Writer.BeginAsync(database);
        await open.AppendAsync("open");
        await done.AppendAsync("done");
        await done.CommitAsync();

        await using var db = new KernelDb(database.Options<KernelDb>(), TimeProvider.System);
        var follower = new Follower(
            database, await new LedgerLog(db, TimeProvider.System).EndAsync(CancellationToken.None));
        await open.CommitAsync();

        Assert.Equal(["open", "done"], await follower.ReadAsync());
    }

    [Theory, OnEachDatabase]
    public async Task Read_InSmallSteps_GivesEverythingInOrder(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        for (var transaction = 0; transaction < 4; transaction++)
        {
            await using var writer = await Writer.BeginAsync(database);
            for (var entry = 0; entry < 3; entry++)
                await writer.AppendAsync($"{transaction}.{entry}");
            await writer.CommitAsync();
        }

        var follower = new Follower(database);
        var words = new List<string>();
        while (await follower.ReadAsync(count: 2) is { Count: > 0 } next)
            words.AddRange(next);

        Assert.Equal(
            ["0.0", "0.1", "0.2", "1.0", "1.1", "1.2", "2.0", "2.1", "2.2", "3.0", "3.1", "3.2"], words);
    }

    [Fact]
    public async Task Read_OnSqliteWhileAnotherConnectionWrites_SeesOnlyWhatIsCommitted()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        var follower = new Follower(database);
        await using var writer = await Writer.BeginAsync(database);
        await writer.AppendAsync("one");

        Assert.Empty(await follower.ReadAsync());
        await writer.CommitAsync();

        Assert.Equal(["one"], await follower.ReadAsync());
    }

    [Fact]
    public async Task Read_OnSqliteAfterARollback_GoesOn()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        var follower = new Follower(database);
        await using (var gaveUp = await Writer.BeginAsync(database))
        {
            await gaveUp.AppendAsync("gave up");
            await gaveUp.RollbackAsync();
        }

        await using var writer = await Writer.BeginAsync(database);
        await writer.AppendAsync("one");
        await writer.CommitAsync();

        Assert.Equal(["one"], await follower.ReadAsync());
    }

    [Theory, OnEachDatabase]
    public async Task Positions_OfTheWholeLedger_AreItsPrimaryOrder(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var db = new KernelDb(database.Options<KernelDb>(), TimeProvider.System);
        Assert.Equal(default, await new LedgerLog(db, TimeProvider.System).EndAsync(CancellationToken.None));

        await using var writer = await Writer.BeginAsync(database);
        await writer.AppendAsync("one");
        await writer.CommitAsync();

        var only = await db.Ledger.SingleAsync();
        Assert.Equal(only.Position, await new LedgerLog(db, TimeProvider.System).EndAsync(CancellationToken.None));
    }
}
