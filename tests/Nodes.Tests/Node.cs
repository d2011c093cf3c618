using System.Diagnostics;

namespace Parelmuur.Nodes.Tests;

/// <summary>One process of the site, reached by a socket in a folder. It can be killed, stopped as a system does, and started again.</summary>
/// <param name="socket">Where it listens.</param>
/// <param name="connection">Its database.</param>
internal sealed class Node(string socket, string connection) : IDisposable
{
    private const int Terminate = 15;

    private Process? process;

    public string Socket => socket;

    /// <summary>What it holds in memory, with what it only read.</summary>
    public long MemoryMegabytes
    {
        get
        {
            process!.Refresh();
            return process.WorkingSet64 >> 20;
        }
    }

    /// <summary>Starts it and waits until it serves.</summary>
    public async Task StartAsync(params (string Name, string Value)[] settings)
    {
        File.Delete(socket);
        var program = Path.Combine(AppContext.BaseDirectory, "Parelmuur.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--contentRoot", Repository.Path("src/Web")])
        {
            UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(socket)!,
        };
        (string, string)[] all =
        [
            ("ConnectionStrings__Parelmuur", connection), ("URLS", $"http://unix:{socket}"), ("Samples", Repository.Path("samples")),
            ("Mail__Folder", Path.Combine(Path.GetDirectoryName(socket)!, "mail")), ("PostsPerMinute", "0"),
            ("Accounts__AttemptsPerMinute", "0"), ("DrainSeconds", "3"), .. settings,
        ];
        foreach (var (name, value) in all)
            start.Environment[name] = value;
        process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("Parelmuur staat klaar", StringComparison.Ordinal))
            {
                // A pipe that nobody reads fills up, and then the site would wait.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return;
            }

            Console.WriteLine($"  {Path.GetFileName(socket)}: {line}");
        }

        throw new InvalidOperationException("The site did not start.");
    }

    /// <summary>Ends it without a word, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as systemd does, and waits until it did.</summary>
    public async Task StopAsync()
    {
        using var ask = Process.Start("kill", [$"-{Terminate}", $"{process!.Id}"]);
        await ask.WaitForExitAsync();
        await process.WaitForExitAsync();
    }

    /// <summary>Whether it says of itself that something is wrong.</summary>
    /// <param name="trouble">Part of how it says so.</param>
    public async Task<bool> TellsAsync(string trouble)
    {
        using var client = new HttpClient(SocketHttp.Handler(socket)) { BaseAddress = SocketHttp.Address };
        return (await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative))).Contains(trouble, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
            process.Kill();
        process?.WaitForExit();
        process?.Dispose();
    }
}
