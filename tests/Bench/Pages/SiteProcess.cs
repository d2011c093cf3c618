using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Parelmuur.Bench.Pages;

/// <summary>The site in a process of its own, as it runs in production.</summary>
internal sealed class SiteProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Process process;
    private readonly HttpClient client = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SiteProcess(Process process, string address)
    {
        this.process = process;
        Address = address;
    }

    public string Address { get; }

    /// <summary>From the start of the process to the first page, and until all rooms are ready.</summary>
    public (double First, double Ready) StartSeconds { get; private set; }

    /// <summary>Memory in use by the process now.</summary>
    public double MemoryMb => File.ReadLines($"/proc/{process.Id}/status")
        .Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Select(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024)
        .First();

    /// <summary>Processor time that the process took until now, in milliseconds.</summary>
    public double ProcessorMilliseconds
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalMilliseconds;
        }
    }

    /// <summary>Starts it and waits until all rooms are ready.</summary>
    /// <param name="folder">Where its database is.</param>
    /// <param name="cached">Whether it keeps public pages.</param>
    /// <param name="samples">The folder with samples, if any.</param>
    /// <param name="address">Where it listens; by default on a port that is free.</param>
    public static async Task<SiteProcess> StartAsync(TempFolder folder, bool cached, string samples = "", string? address = null)
    {
        address ??= $"http://127.0.0.1:{FreePort()}";
        var dll = Path.Combine(AppContext.BaseDirectory, "../../Web/release/Parelmuur.Web.dll");
        var start = new ProcessStartInfo("dotnet", [dll, "--contentRoot", Path.GetDirectoryName(dll)!])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment =
            {
                ["ConnectionStrings__Parelmuur"] = folder.Connection,
                ["URLS"] = address,
                ["Samples"] = samples,
                ["PublicCache"] = cached ? "on" : "off",
                // PostgreSQL has no place for it by itself.
                ["PublicCacheFile"] = Path.Combine(folder.Path, "kept.pages"),
                ["Api__RequestsPerMinute"] = "0",
                ["Accounts__AttemptsPerMinute"] = "0",
                ["PostsPerMinute"] = "0",
            },
        };
        var watch = Stopwatch.StartNew();
        var site = new SiteProcess(Process.Start(start)!, address);
        site.process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith("Parelmuur staat klaar", StringComparison.Ordinal) == true)
                site.ready.TrySetResult();
            else if (line.Data is { } text)
                Console.WriteLine($"  site: {text}");
        };
        site.process.BeginOutputReadLine();
        await site.FirstAnswerAsync();
        var first = watch.Elapsed.TotalSeconds;
        await site.ready.Task.WaitAsync(Patience);
        site.StartSeconds = (first, watch.Elapsed.TotalSeconds);
        return site;
    }

    /// <param name="path">The page.</param>
    /// <param name="cookie">Of whoever asks for it, if somebody is signed in.</param>
    public async Task<byte[]> GetAsync(string path, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address + path);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync();
    }

    public async Task<JsonNode> PostAsync(string path, JsonObject body)
    {
        using var answer = await client.PostAsJsonAsync(Address + path, body);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    /// <summary>Asks it to stop, as a system does, and waits until it did.</summary>
    public async Task StopAsync()
    {
        using var ask = Process.Start("kill", ["-15", $"{process.Id}"]);
        await ask.WaitForExitAsync();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        client.Dispose();
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private async Task FirstAnswerAsync()
    {
        using var tooLong = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(Address + "/muur", tooLong.Token);
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException error) when (error.StatusCode is null && !process.HasExited)
            {
                await Task.Delay(10, tooLong.Token);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
