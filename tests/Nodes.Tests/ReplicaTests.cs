using System.Net;
using Npgsql;

namespace Parelmuur.Nodes.Tests;

/// <summary>A replica that answers who only reads: what it knows, and what happens when it is behind or away.</summary>
public sealed class ReplicaTests
{
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
            await database.JobsAreDoneAsync();
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
            Assert.True(await node.TellsAsync("The replica is behind or away"));

            await OnReplicaAsync("SELECT pg_wal_replay_resume()");
            await ReplicaAnswersAsync();
            Assert.Contains(Text, (await reader.OpenAsync(Solution)).Body!.TextContent, StringComparison.Ordinal);

            await database.KillReplicaAsync();
            await Until.TrueAsync(() => node.TellsAsync("The replica is behind or away"));
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
}
