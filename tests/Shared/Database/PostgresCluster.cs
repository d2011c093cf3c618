using System.Diagnostics;
using System.Globalization;

namespace Parelmuur.Tests;

/// <summary>A private PostgreSQL that lives as long as the test run: its own data, reached over a socket in its own folder.</summary>
/// <remarks>
/// A shell keeps watch over it. When the test run ends, in whatever way, the shell's input closes; then it stops the
/// server and removes the folder. No port is used, so two test runs never meet.
/// </remarks>
internal static class PostgresCluster
{
    private const string Watch =
        """
        set -e
        cd /
        folder=$(mktemp -d "${TMPDIR:-/tmp}/parelmuur-tests-XXXXXX")
        trap '"$0/pg_ctl" -D "$folder/data" -m immediate stop >>"$folder/log" 2>&1 || true; rm -rf "$folder"' EXIT
        "$0/initdb" -D "$folder/data" -U parelmuur -A trust -E UTF8 --locale=C --no-sync >"$folder/log" 2>&1
        "$0/pg_ctl" -D "$folder/data" -w -l "$folder/server.log" -o "-k '$folder' -c listen_addresses='' -c fsync=off \
            -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c max_connections=200" start >>"$folder/log" 2>&1
        echo "$folder"
        cat >/dev/null
        """;

    private static readonly Lazy<Task<string>> Folder = new(StartAsync);
    private static Process? watch;

    /// <summary>The folder with PostgreSQL's programs as Debian installs them, or null when there is none.</summary>
    public static string? Binaries { get; } = FindBinaries();

    /// <summary>How to reach a database of this server; the first call starts it.</summary>
    public static async Task<string> ConnectionAsync(string database) =>
        $"Host={await Folder.Value};Username=parelmuur;Database={database}";

    private static string? FindBinaries() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql")
                .Where(folder => File.Exists(Path.Combine(folder, "bin", "initdb")))
                .OrderByDescending(folder => double.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture))
                .Select(folder => Path.Combine(folder, "bin"))
                .FirstOrDefault()
            : null;

    private static async Task<string> StartAsync()
    {
        // PostgreSQL refuses to run as root, so root borrows the user that Debian made for it.
        string[] command = ["bash", "-c", Watch, Binaries!];
        if (Environment.IsPrivilegedProcess)
            command = ["runuser", "-u", "postgres", "--", .. command];
        watch = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        return await watch.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("PostgreSQL did not start.");
    }
}
