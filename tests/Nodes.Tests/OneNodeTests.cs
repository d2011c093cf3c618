using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace Parelmuur.Nodes.Tests;

/// <summary>One node on SQLite, and people who go on working when it is killed.</summary>
public sealed class OneNodeTests(ITestOutputHelper output)
{
    private const int Writes = 40;

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
            crowd.Tell(output, "the node was killed");
            await crowd.StopAsync();
            await using var left = new SqliteConnection($"Data Source={file};Pooling=False");
            await crowd.AssertKeptAsync(output, left, "lower(l.change ->> '$.contribution.value') = lower(c.id)");
        }
        finally
        {
            node.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }
}
