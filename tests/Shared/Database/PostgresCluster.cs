using System.Diagnostics;
using System.Globalization;

namespace Parelmuur.Tests;

/// <summary>A private PostgreSQL that lives as long as the test run: its own data, reached over a socket in its own folder.</summary>
/// <remarks>
/// A shell keeps watch over it, see postgres.sh. When the test run ends, in whatever way, the shell's input closes; then it stops the
/// server and removes the folder. No port is used, so two test runs never meet. <c>script/test</c> starts one for all programs.
/// </remarks>
internal static class PostgresCluster
{
    /// <summary>Names the folder of a server that serves several test programs, one after the other; its owner starts and stops it.</summary>
    public const string SharedVariable = "PARELMUUR_TESTS_POSTGRES";

    private static readonly string? Shared = Environment.GetEnvironmentVariable(SharedVariable);

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
        if (Shared is { Length: > 0 } folder)
            return folder;
        // PostgreSQL refuses to run as root, so root borrows the user that Debian made for it.
        string[] command = ["bash", "-c", await File.ReadAllTextAsync(Repository.Path("tests/Shared/Database/postgres.sh")), Binaries!];
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
