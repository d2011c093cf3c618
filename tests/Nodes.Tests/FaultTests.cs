using System.Net;
using System.Reflection;
using Npgsql;
using Parelmuur.Kernel.Jobs;

namespace Parelmuur.Nodes.Tests;

/// <summary>What people see when a database, its replica or the disk fails, and that it is over when the fault is.</summary>
public sealed class FaultTests
{
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

    [DiskFact]
    public async Task DiskFull_PagesStillAnswer_AndNothingTypedIsLost()
    {
        const string Solution = "/oplossingen/vroegbel", Text = "Wij doen dit elke maandag.";
        using var disk = await SmallDisk.MountAsync();
        using var node = new Node(Path.Combine(disk.Folder, "1.sock"), $"Data Source={disk.Folder}/parelmuur.db");
        await node.StartAsync();
        using var reader = new Visitor(SocketHttp.Address, SocketHttp.Handler(node.Socket));
        using var samira = new Visitor(SocketHttp.Address, SocketHttp.Handler(node.Socket));
        await samira.SubmitAsync("/inloggen", "Log in als Samira Yıldız");
        var form = await samira.OpenAsync($"{Solution}/reactie");
        var preview = await samira.SubmitAsync(form, "Bekijk het eerst", HttpStatusCode.OK, ("Form.Text", Text));

        await disk.FillAsync();
        var kept = await samira.SubmitAsync(preview, "Plaats mijn reactie", HttpStatusCode.ServiceUnavailable);
        Assert.Contains(Text, kept.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await reader.OpenAsync("/muur");
        Assert.True(await TellsAsync(node, "are free on the disk of the database"));

        disk.Empty();
        await samira.SubmitAsync(kept, "Verstuur het nog eens", HttpStatusCode.OK);
        Assert.Contains(Text, (await samira.OpenAsync(Solution)).Body!.TextContent, StringComparison.Ordinal);
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
}
