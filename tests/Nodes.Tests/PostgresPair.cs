using System.Diagnostics;
using System.Reflection;
using Npgsql;
using Parelmuur.Kernel.Jobs;

namespace Parelmuur.Nodes.Tests;

/// <summary>A PostgreSQL that answers and a replica that follows it: a write is told only when both have it.</summary>
/// <remarks>A shell keeps watch over both: when the test ends, in whatever way, its input closes and it removes them.</remarks>
internal sealed class PostgresPair : IDisposable
{
    private const string Watch =
        """
        set -e
        cd /
        folder=$(mktemp -d "${TMPDIR:-/tmp}/parelmuur-nodes-XXXXXX")
        stop() { for each in a b; do "$0/pg_ctl" -D "$folder/$each/data" -m immediate stop >/dev/null 2>&1 || true; done; rm -rf "$folder"; }
        trap stop EXIT
        mkdir "$folder/a" "$folder/b"
        common="-c listen_addresses='' -c max_connections=200 -c wal_level=replica -c wal_sender_timeout=5s"
        "$0/initdb" -D "$folder/a/data" -U parelmuur -A trust -E UTF8 --locale=C >/dev/null
        "$0/pg_ctl" -D "$folder/a/data" -w -l "$folder/a/log" -o "-k $folder/a $common -c synchronous_standby_names='*'" start >/dev/null
        "$0/pg_basebackup" -h "$folder/a" -U parelmuur -D "$folder/b/data" -R -X stream -c fast >/dev/null
        "$0/pg_ctl" -D "$folder/b/data" -w -l "$folder/b/log" -o "-k $folder/b $common -c synchronous_standby_names=''" start >/dev/null
        "$0/createdb" -h "$folder/a" -U parelmuur parelmuur
        echo "$folder"
        while read -r order; do
            case "$order" in
                kill) kill -9 -- $(cat "$folder/a/data/postmaster.pid" | head -1) $(ps -o pid= --ppid "$(head -1 "$folder/a/data/postmaster.pid")") ;;
                kill-replica) kill -9 -- $(head -1 "$folder/b/data/postmaster.pid") $(ps -o pid= --ppid "$(head -1 "$folder/b/data/postmaster.pid")") ;;
                promote) "$0/pg_ctl" -D "$folder/b/data" -w promote >/dev/null ;;
            esac
            echo done
        done
        """;

    private readonly Process watch;
    private readonly string folder;

    private PostgresPair(Process watch, string folder) => (this.watch, this.folder) = (watch, folder);

    /// <summary>How the nodes reach whichever of the two takes writes.</summary>
    public string Connection => Of($"{folder}/a,{folder}/b") + ";Target Session Attributes=primary;Host Recheck Seconds=1;Timeout=5";

    /// <summary>How to reach the replica, also when it has become the database.</summary>
    public string ReplicaConnection => Of($"{folder}/b");

    public static async Task<PostgresPair> StartAsync()
    {
        string[] command = ["bash", "-c", Watch, PostgresCluster.Binaries!];
        if (Environment.IsPrivilegedProcess)
            command = ["runuser", "-u", "postgres", "--", .. command];
        var shell = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;
        var place = await shell.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("PostgreSQL did not start.");
        return new(shell, place);
    }

    /// <summary>Kills the one that answers, as a machine that loses its power.</summary>
    public Task KillAsync() => OrderAsync("kill");

    /// <summary>Kills the replica.</summary>
    public Task KillReplicaAsync() => OrderAsync("kill-replica");

    /// <summary>Lets the replica take its place.</summary>
    public Task PromoteAsync() => OrderAsync("promote");

    /// <summary>Waits until every job of the site ran once: the first ones change things, and pages that were kept go with that.</summary>
    public async Task JobsAreDoneAsync()
    {
        var jobs = Directory.GetFiles(AppContext.BaseDirectory, "Parelmuur.*.dll").Select(Assembly.LoadFrom).SelectMany(each => each.GetTypes())
            .Count(type => !type.IsAbstract && type.IsAssignableTo(typeof(IJob)));
        await using var open = new NpgsqlConnection(Connection);
        await open.OpenAsync();
        await using var done = new NpgsqlCommand("SELECT count(*) FROM kernel_jobs WHERE due > '2000-01-01'", open);
        await Until.TrueAsync(async () => (long)(await done.ExecuteScalarAsync())! == jobs);
    }

    public void Dispose()
    {
        watch.StandardInput.Close();
        watch.WaitForExit();
        watch.Dispose();
    }

    private static string Of(string hosts) => $"Host={hosts};Username=parelmuur;Database=parelmuur";

    private async Task OrderAsync(string order)
    {
        await watch.StandardInput.WriteLineAsync(order);
        Assert.Equal("done", await watch.StandardOutput.ReadLineAsync());
    }
}
