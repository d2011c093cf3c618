using System.Data.Common;
using System.Net;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Npgsql;
using Parelmuur.Kernel.Jobs;
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

    [NodesFact]
    public async Task DatabaseAway_PagesStillAnswer_AndNothingTypedIsLost()
    {
        const string Solution = "/oplossingen/vroegbel", Text = "Wij belden met drie collega’s, elke dinsdag.";
        var folder = Directory.CreateTempSubdirectory("pm-").FullName;
        using var database = await PostgresPair.StartAsync();
        var node = new Node(Path.Combine(folder, "1.sock"), database.Connection);
        try
        {
            await node.StartAsync();
            await JobsAreDoneAsync(database);
            using var reader = new Visitor(SocketHttp.Address, SocketHttp.Handler(node.Socket));
            using var samira = new Visitor(SocketHttp.Address, SocketHttp.Handler(node.Socket));
            await samira.SubmitAsync("/inloggen", "Log in als Samira Yıldız");
            var form = await samira.OpenAsync($"{Solution}/reactie");
            await reader.OpenAsync(Solution);

            await database.KillAsync();
            await Until.TrueAsync(() => TellsAsync(node, "has not answered"));
            var read = await reader.OpenAsync(Solution);
            var kept = await samira.SubmitAsync(form, "Bekijk het eerst", HttpStatusCode.ServiceUnavailable, ("Form.Text", Text));
            var other = await reader.OpenAsync("/gemeenten/zutphen/ontwikkeling-die-niemand-opvroeg", HttpStatusCode.NotFound);

            Assert.Contains("Je ziet de site zoals zij net was", read.Body!.TextContent, StringComparison.Ordinal);
            Assert.Contains("Je ziet de site zoals zij net was", other.Body!.TextContent, StringComparison.Ordinal);
            Assert.Equal(Text, kept.QuerySelector("main .pm-verschil")!.TextContent);

            await database.PromoteAsync();
            await Until.TrueAsync(async () => !await TellsAsync(node, "has not answered"));
            var preview = await samira.SubmitAsync(kept, "Verstuur het nog eens", HttpStatusCode.OK);
            await samira.SubmitAsync(preview, "Plaats mijn reactie", HttpStatusCode.OK);
            var page = await samira.OpenAsync(Solution);
            Assert.Contains(Text, page.Body!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("Je ziet de site zoals zij net was", page.Body.TextContent, StringComparison.Ordinal);
        }
        finally
        {
            node.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }

    [NodesFact]
    public async Task Replica_AnswersWhoOnlyReads_WithWhatIsThere()
    {
        const string Solution = "/oplossingen/vroegbel", Text = "Bij ons belt de balie op dinsdag.";
        var folder = Directory.CreateTempSubdirectory("pm-").FullName;
        using var database = await PostgresPair.StartAsync();
        await using var source = NpgsqlDataSource.Create(database.ReplicaConnection);
        using var node = new Node(Path.Combine(folder, "1.sock"), database.Connection);
        try
        {
            await node.StartAsync(("ConnectionStrings__ParelmuurReplica", database.ReplicaConnection + ";Application Name=reading"), ("PublicCache", "off"));
            await JobsAreDoneAsync(database);
            using var reader = new Visitor(SocketHttp.Address, SocketHttp.Handler(node.Socket));
            using var samira = new Visitor(SocketHttp.Address, SocketHttp.Handler(node.Socket));
            await ReplicaAnswersAsync();

            // The replica stands still, so it cannot know what Samira says now.
            await OnReplicaAsync("SELECT pg_wal_replay_pause()");
            await samira.SubmitAsync("/inloggen", "Log in als Samira Yıldız");
            var preview = await samira.SubmitAsync(await samira.OpenAsync($"{Solution}/reactie"), "Bekijk het eerst", HttpStatusCode.OK, ("Form.Text", Text));
            await samira.SubmitAsync(preview, "Plaats mijn reactie", HttpStatusCode.OK);
            Assert.Contains(Text, (await samira.OpenAsync(Solution)).Body!.TextContent, StringComparison.Ordinal);
            await Until.TrueAsync(async () => (await reader.OpenAsync(Solution)).Body!.TextContent.Contains(Text, StringComparison.Ordinal));
            Assert.True(await TellsAsync(node, "The replica is behind or away"));

            await OnReplicaAsync("SELECT pg_wal_replay_resume()");
            await ReplicaAnswersAsync();
            Assert.Contains(Text, (await reader.OpenAsync(Solution)).Body!.TextContent, StringComparison.Ordinal);

            await database.KillReplicaAsync();
            await Until.TrueAsync(() => TellsAsync(node, "The replica is behind or away"));
            Assert.Contains(Text, (await reader.OpenAsync(Solution)).Body!.TextContent, StringComparison.Ordinal);

            // What was asked last over each connection; the watch of the node itself asks for a place only.
            async Task ReplicaAnswersAsync()
            {
                await OnReplicaAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'reading'");
                await Until.TrueAsync(async () =>
                {
                    try
                    {
                        await reader.OpenAsync(Solution);
                    }
                    catch (Xunit.Sdk.XunitException)
                    {
                        // The connection that was ended just now is found out once.
                    }

                    return (long)(await OnReplicaAsync(
                        "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'reading' AND query NOT LIKE '%_lsn()%'"))! > 0;
                });
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        async Task<object?> OnReplicaAsync(string sql)
        {
            await using var command = source.CreateCommand(sql);
            return await command.ExecuteScalarAsync();
        }
    }

    private static async Task<bool> TellsAsync(Node node, string trouble)
    {
        using var client = new HttpClient(SocketHttp.Handler(node.Socket)) { BaseAddress = SocketHttp.Address };
        return (await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative))).Contains(trouble, StringComparison.Ordinal);
    }

    // The first jobs change things, and pages that were kept go with that.
    private static async Task JobsAreDoneAsync(PostgresPair database)
    {
        var jobs = Directory.GetFiles(AppContext.BaseDirectory, "Parelmuur.*.dll").Select(Assembly.LoadFrom).SelectMany(each => each.GetTypes())
            .Count(type => !type.IsAbstract && type.IsAssignableTo(typeof(IJob)));
        await using var open = new NpgsqlConnection(database.Connection);
        await open.OpenAsync();
        await using var done = new NpgsqlCommand("SELECT count(*) FROM kernel_jobs WHERE due > '2000-01-01'", open);
        await Until.TrueAsync(async () => (long)(await done.ExecuteScalarAsync())! == jobs);
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

/// <summary>A test with several processes; it skips, with the reason, where a program is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodesFactAttribute : FactAttribute
{
    public NodesFactAttribute()
    {
        if (PostgresCluster.Binaries is null || !File.Exists(Proxy.Program))
            Skip = "Needs PostgreSQL and HAProxy: apt-get install postgresql haproxy";
    }
}
