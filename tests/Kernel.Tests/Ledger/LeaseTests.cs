using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Ledger;

namespace Parelmuur.Kernel.Tests.Ledger;

/// <summary>A reader that works on one node at a time: who has the work, and what happens when that node dies.</summary>
public sealed class LeaseTests
{
    private readonly SetTime time = new(new DateTimeOffset(2026, 8, 8, 12, 0, 0, TimeSpan.Zero));

    [Theory, OnEachDatabase]
    public async Task Take_ByTheFirstNode_StartsAtTheBeginning(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);

        Assert.Equal(default(LedgerPosition), await TakeAsync(database, "a"));
    }

    [Theory, OnEachDatabase]
    public async Task Take_ByAnotherNodeWithinTheLease_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await TakeAsync(database, "a");
        time.Pass(LedgerLog.Lease - TimeSpan.FromSeconds(1));

        Assert.Null(await TakeAsync(database, "b"));
        Assert.NotNull(await TakeAsync(database, "a"));
    }

    [Theory, OnEachDatabase]
    public async Task Take_AfterTheLease_GoesOnWhereTheOtherNodeStopped(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await TakeAsync(database, "a");
        await KeepAsync(database, "a", new(7, 12));
        time.Pass(LedgerLog.Lease + TimeSpan.FromSeconds(1));

        Assert.Equal(new LedgerPosition(7, 12), await TakeAsync(database, "b"));
        Assert.Null(await TakeAsync(database, "a"));
    }

    [Theory, OnEachDatabase]
    public async Task Take_AgainByTheSameNode_MakesTheLeaseLonger(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        for (var round = 0; round < 3; round++)
        {
            Assert.NotNull(await TakeAsync(database, "a"));
            time.Pass(LedgerLog.Lease / 2);
        }

        Assert.Null(await TakeAsync(database, "b"));
    }

    [Theory, OnEachDatabase]
    public async Task Keep_ByANodeThatLostTheWork_ChangesNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await TakeAsync(database, "a");
        time.Pass(LedgerLog.Lease + TimeSpan.FromSeconds(1));
        await TakeAsync(database, "b");
        await KeepAsync(database, "b", new(9, 20));

        await KeepAsync(database, "a", new(3, 4));

        Assert.Equal(new LedgerPosition(9, 20), await TakeAsync(database, "b"));
    }

    [Theory, OnEachDatabase]
    public async Task Take_ByManyNodesAtOnce_IsGivenToOne(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);

        var taken = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(node => Task.Run(() => TakeAsync(database, $"node {node}"))));

        Assert.Single(taken, position => position is not null);
    }

    [Theory, OnEachDatabase]
    public async Task Take_OfTwoReaders_IsIndependent(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await TakeAsync(database, "a", "mail");

        Assert.NotNull(await TakeAsync(database, "b", "webhooks"));
    }

    private async Task<LedgerPosition?> TakeAsync(TestDatabase database, string node, string reader = "reader")
    {
        await using var db = new KernelDb(database.Options<KernelDb>(), time);
        return await new LedgerLog(db, time).TakeAsync(reader, node, CancellationToken.None);
    }

    private async Task KeepAsync(TestDatabase database, string node, LedgerPosition position)
    {
        await using var db = new KernelDb(database.Options<KernelDb>(), time);
        await new LedgerLog(db, time).KeepAsync("reader", node, position, CancellationToken.None);
    }
}
