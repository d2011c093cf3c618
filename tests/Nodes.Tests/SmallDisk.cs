using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Parelmuur.Nodes.Tests;

/// <summary>A disk of its own in memory, small enough to fill.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int Megabytes = 64, Block = 4096;

    private SmallDisk(string folder) => Folder = folder;

    /// <summary>Where it is.</summary>
    public string Folder { get; }

    private string Filler => Path.Combine(Folder, "filler");

    public static async Task<SmallDisk> MountAsync()
    {
        var folder = Directory.CreateTempSubdirectory("pm-").FullName;
        await RunAsync("mount", "-t", "tmpfs", "-o", $"size={Megabytes}m", "parelmuur", folder);
        return new(folder);
    }

    /// <summary>Leaves no room at all, also none that the database held beside itself for what comes next.</summary>
    public async Task FillAsync()
    {
        await using (var open = new SqliteConnection($"Data Source={Folder}/parelmuur.db;Pooling=False"))
        {
            await open.OpenAsync();
            await using var command = open.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }

        using var file = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[Block];
        try
        {
            while (true)
                file.Write(block);
        }
        catch (IOException)
        {
            // That is what it was for.
        }
    }

    /// <summary>Gives the room back.</summary>
    public void Empty() => File.Delete(Filler);

    public void Dispose()
    {
        // A process that was just ended may hold it for a moment; lazily, it goes when that is over.
        using var ended = Process.Start("umount", ["--lazy", Folder]);
        ended.WaitForExit();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}

/// <summary>A test with a disk of its own; it skips where that may not be made.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DiskFactAttribute : FactAttribute
{
    public DiskFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || !MayMount())
            Skip = "Needs Linux and the right to mount a disk in memory.";
    }

    private static bool MayMount()
    {
        var folder = Directory.CreateTempSubdirectory("pm-").FullName;
        try
        {
            using var mount = Process.Start(new ProcessStartInfo("mount", ["-t", "tmpfs", "-o", "size=1m", "parelmuur", folder]) { UseShellExecute = false, RedirectStandardError = true })!;
            mount.WaitForExit();
            if (mount.ExitCode != 0)
                return false;
            using var umount = Process.Start("umount", [folder]);
            umount.WaitForExit();
            return true;
        }
        finally
        {
            Directory.Delete(folder);
        }
    }
}
