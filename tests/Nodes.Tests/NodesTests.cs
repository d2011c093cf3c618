using Npgsql;
using Xunit.Abstractions;

namespace Parelmuur.Nodes.Tests;

/// <summary>Three nodes behind a proxy, a database with a replica, and people who go on working while parts of it die.</summary>
[Collection(AloneOnTheMachine.Name)]
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
            crowd.Tell(output, "three nodes");
            Assert.Equal(0, crowd.WentWrong);

            await nodes[1].KillAsync();
            await crowd.MoreAsync(Writes);
            crowd.Tell(output, "a node was killed");
            Assert.InRange(crowd.WentWrong, 0, crowd.Size);

            // Upgrading: a node says that it is not ready, finishes, stops, and comes back.
            await nodes[1].StartAsync();
            var before = crowd.WentWrong;
            await nodes[0].StopAsync();
            await nodes[0].StartAsync();
            await crowd.MoreAsync(Writes);
            crowd.Tell(output, "a node was replaced");
            Assert.Equal(before, crowd.WentWrong);

            await database.KillAsync();
            await database.PromoteAsync();
            await crowd.MoreAsync(Writes);
            crowd.Tell(output, "the database was killed, and its replica took over");

            await crowd.StopAsync();
            await using var left = new NpgsqlConnection(database.ReplicaConnection);
            await crowd.AssertKeptAsync(output, left, "(l.change::json->'contribution'->>'value')::uuid = c.id");
            await AssertTheSameAsync(nodes, crowd);
        }
        finally
        {
            nodes.ForEach(node => node.Dispose());
            Directory.Delete(folder, recursive: true);
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
}
