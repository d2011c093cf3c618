using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit.Abstractions;

namespace Parelmuur.Nodes.Tests;

/// <summary>Three nodes behind a proxy, a database with a replica, and people who go on working while parts of it die.</summary>
public sealed class NodesTests(ITestOutputHelper output)
{
    private const int Writes = 40;

    [NodesFact]
    public async Task WhatPeopleWereTold_StandsThereOnce_WhateverDies()
    {
        var folder = Directory.CreateTempSubdirectory("pm-").FullName;
        using var database = await PostgresPair.StartAsync();
        var nodes = Enumerable.Range(1, 3).Select(number => new Node(Path.Combine(folder, $"{number}.sock"), database.Connection)).ToList();
        try
        {
            await nodes[0].StartAsync();
            await Task.WhenAll(nodes[1].StartAsync(), nodes[2].StartAsync());
            using var proxy = await Proxy.StartAsync(folder, nodes);
            await using var crowd = await Crowd.GatherAsync(proxy.Socket);
            await crowd.MoreAsync(Writes);
            Tell("three nodes", crowd);
            Assert.Equal(0, crowd.WentWrong);

            await nodes[1].KillAsync();
            await crowd.MoreAsync(Writes);
            Tell("a node was killed", crowd);
            Assert.InRange(crowd.WentWrong, 0, crowd.Size);

            // Upgrading: a node says that it is not ready, finishes, stops, and comes back.
            await nodes[1].StartAsync();
            var before = crowd.WentWrong;
            await nodes[0].StopAsync();
            await nodes[0].StartAsync();
            await crowd.MoreAsync(Writes);
            Tell("a node was replaced", crowd);
            Assert.Equal(before, crowd.WentWrong);

            await database.KillAsync();
            await database.PromoteAsync();
            await crowd.MoreAsync(Writes);
            Tell("the database was killed, and its replica took over", crowd);

            await crowd.StopAsync();
            await using var left = new NpgsqlConnection(database.ReplicaConnection);
            await AssertKeptAsync(left, "(l.change::json->'contribution'->>'value')::uuid = c.id", crowd);
            await AssertTheSameAsync(nodes, crowd);
        }
        finally
        {
            nodes.ForEach(node => node.Dispose());
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task WhatPeopleWereTold_StandsThereOnce_WhenTheOneNodeOnSqliteIsKilled()
    {
        var folder = Directory.CreateTempSubdirectory("pm-").FullName;
        var file = Path.Combine(folder, "parelmuur.db");
        var node = new Node(Path.Combine(folder, "1.sock"), $"Data Source={file}");
        try
        {
            await node.StartAsync();
            await using var crowd = await Crowd.GatherAsync(node.Socket);
            await crowd.MoreAsync(Writes);
            await node.KillAsync();
            await node.StartAsync();
            await crowd.MoreAsync(Writes);
            Tell("the node was killed", crowd);
            await crowd.StopAsync();
            await using var left = new SqliteConnection($"Data Source={file};Pooling=False");
            await AssertKeptAsync(left, "lower(l.change ->> '$.contribution.value') = lower(c.id)", crowd);
        }
        finally
        {
            node.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task AssertKeptAsync(DbConnection open, string same, Crowd crowd)
    {
        await open.OpenAsync();
        var kept = await ListAsync("SELECT text FROM conversations_contributions WHERE text LIKE 'Bij ons werkt het zo, nummer %'");
        var recorded = await ListAsync(
            $"SELECT c.text FROM ledger l JOIN conversations_contributions c ON {same} "
            + "WHERE l.event = 'CommentPosted' AND c.text LIKE 'Bij ons werkt het zo, nummer %'");
        output.WriteLine($"{crowd.Told.Count} told, {crowd.Unsure.Count} unsure, {kept.Count} kept, {recorded.Count} in the ledger.");

        Assert.Empty(crowd.Told.Except(kept));
        Assert.Equal(kept.Count, kept.Distinct().Count());
        Assert.Empty(kept.Except(crowd.Told).Except(crowd.Unsure));
        Assert.Equal(kept.Order(), recorded.Order());

        async Task<List<string>> ListAsync(string sql)
        {
            await using var command = open.CreateCommand();
            command.CommandText = sql;
            await using var rows = await command.ExecuteReaderAsync();
            var all = new List<string>();
            while (await rows.ReadAsync())
                all.Add(rows.GetString(0));
            return all;
        }
    }

    // Every node shows the last thing that anybody was told.
    private static async Task AssertTheSameAsync(IEnumerable<Node> nodes, Crowd crowd)
    {
        var last = crowd.Told.MaxBy(text => int.Parse(text.Split(' ')[6], System.Globalization.CultureInfo.InvariantCulture))!;
        foreach (var node in nodes)
        {
            using var client = new HttpClient(SocketHttp.Handler(node.Socket)) { BaseAddress = SocketHttp.Address };
            await Until.TrueAsync(async () => (await client.GetStringAsync(new Uri("/oplossingen/vroegbel", UriKind.Relative))).Contains(last, StringComparison.Ordinal));
        }
    }

    private void Tell(string after, Crowd crowd) => output.WriteLine(
        $"{TimeProvider.System.GetUtcNow():HH:mm:ss} {after}: {crowd.Told.Count} writes told, {crowd.Read} pages read, {crowd.WentWrong} requests without a good answer.");
}
