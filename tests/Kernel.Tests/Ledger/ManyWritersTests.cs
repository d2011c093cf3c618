using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Kernel.Data;

namespace Parelmuur.Kernel.Tests.Ledger;

/// <summary>Eight writers at once, ended in a random order, while a reader follows.</summary>
[Collection(AloneOnTheServer.Name)]
public sealed class ManyWritersTests
{
    private const int Writers = 8, TransactionsEach = 50, EntriesAtMost = 4;

    [PostgresFact]
    public async Task Follow_WritersThatEndInAnyOrder_SeesEveryEntryOnceAndInOrder()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Postgres);
        var ready = Channel.CreateUnbounded<Open>();
        var writing = Enumerable.Range(0, Writers).Select(writer => WriteAsync(database, writer, ready.Writer)).ToList();
        using var stop = new CancellationTokenSource();
        var follower = new Follower(database);
        var following = FollowAsync(follower, stop.Token);

        var committed = await EndInRandomOrderAsync(ready.Reader);
        await Task.WhenAll(writing);
        await stop.CancelAsync();
        await following;
        while ((await follower.ReadAsync()).Count > 0) { }

        // The test is worth something only if later numbers really were committed first.
        Assert.NotEqual(committed.Order(), committed);
        Assert.Equal(committed.Order(), follower.Sequences.Order());
        Assert.Equal(
            follower.Positions.OrderBy(position => position.Transaction).ThenBy(position => position.Sequence),
            follower.Positions);
        await using var db = new KernelDb(database.Options<KernelDb>(), TimeProvider.System);
        Assert.Equal(await db.Ledger.CountAsync(), follower.Sequences.Count);
    }

    [Fact]
    public async Task Follow_OnSqlite_SeesEveryEntryOnceAndInOrder()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        var follower = new Follower(database);
        using var stop = new CancellationTokenSource();
        var following = FollowAsync(follower, stop.Token);

        var written = await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            var sequences = new List<long>();
            for (var transaction = 0; transaction < 10; transaction++)
            {
                await using var one = await Writer.BeginAsync(database);
                await one.AppendAsync($"{writer}.{transaction}");
                await one.AppendAsync($"{writer}.{transaction} again");
                await one.CommitAsync();
                sequences.AddRange(one.Written);
            }

            return sequences;
        })));
        await stop.CancelAsync();
        await following;
        while ((await follower.ReadAsync()).Count > 0) { }

        Assert.Equal(written.SelectMany(sequences => sequences).Order(), follower.Sequences);
    }

    private static async Task WriteAsync(TestDatabase database, int number, ChannelWriter<Open> ready)
    {
        var random = new Random(number);
        for (var transaction = 0; transaction < TransactionsEach; transaction++)
        {
            await using var writer = await Writer.BeginAsync(database);
            for (var entry = random.Next(EntriesAtMost); entry >= 0; entry--)
                await writer.AppendAsync($"{number}.{transaction}.{entry}");
            var open = new Open(writer, Last: transaction == TransactionsEach - 1);
            await ready.WriteAsync(open);
            await open.Ended.Task;
        }
    }

    // Waits until every writer has an open transaction, and then ends one of them: so most stay open for a while.
    private static async Task<List<long>> EndInRandomOrderAsync(ChannelReader<Open> ready)
    {
        var random = new Random(342);
        var committed = new List<long>();
        var open = new List<Open>();
        for (var active = Writers; active > 0;)
        {
            while (open.Count < active)
                open.Add(await ready.ReadAsync());
            var chosen = open[random.Next(open.Count)];
            open.Remove(chosen);
            if (random.Next(10) == 0)
            {
                await chosen.Writer.RollbackAsync();
            }
            else
            {
                await chosen.Writer.CommitAsync();
                committed.AddRange(chosen.Writer.Written);
            }

            active -= chosen.Last ? 1 : 0;
            chosen.Ended.SetResult();
        }

        return committed;
    }

    private static Task FollowAsync(Follower follower, CancellationToken stop) => Task.Run(
        async () =>
        {
            while (!stop.IsCancellationRequested)
                await follower.ReadAsync(count: 7);
        },
        CancellationToken.None);

    private sealed record Open(Writer Writer, bool Last)
    {
        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
