using System.Diagnostics;
using Parelmuur.Kernel.Data;

namespace Parelmuur.Cli.Tests;

/// <summary>Runs the built program as somebody would: in a folder of its own, on a database of its own.</summary>
/// <param name="connection">Another database.</param>
internal sealed class Terminal(string? connection = null) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("parelmuur-cli-");

    /// <summary>Runs a command and waits for its end.</summary>
    public Task<Answer> RunAsync(params string[] arguments) => RunAsync(null, arguments);

    /// <summary>The same, with a setting.</summary>
    public async Task<Answer> RunAsync((string Name, string Value)? setting, params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Parelmuur.Cli.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = folder.FullName, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment[$"ConnectionStrings__{Provider.ConnectionName}"] = connection ?? $"Data Source={PathOf("proef.db")}";
        if (setting is var (name, value))
            start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);
}

/// <summary>What a command answered.</summary>
internal sealed record Answer(int Code, string Output, string Error);
