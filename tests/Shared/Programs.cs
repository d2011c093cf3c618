using System.Diagnostics;

namespace Parelmuur.Tests;

/// <summary>Programs beside .NET that a test asks.</summary>
internal static class Programs
{
    /// <summary>Where a program stands on the path; null when it does not.</summary>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>Runs it to its end, in the folder of the repository.</summary>
    public static async Task<(int Code, string Output)> RunAsync(string program, params string[] arguments) => await RunInAsync(Repository.Root, program, arguments);

    /// <summary>Runs it to its end, in another folder.</summary>
    public static async Task<(int Code, string Output)> RunInAsync(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }
}
