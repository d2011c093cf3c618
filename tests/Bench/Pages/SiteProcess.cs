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

    private SiteProcess(Process process, string address)
    {
        this.process = process;
        Address = address;
    }

    public string Address { get; }

    /// <summary>From the start of the process to the first page.</summary>
    public double StartSeconds { get; private set; }

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

    public static async Task<SiteProcess> StartAsync(TempFolder folder, bool cached, string samples = "")
    {
        var address = $"http://127.0.0.1:{FreePort()}";
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
                ["Api__RequestsPerMinute"] = "0",
                ["Accounts__AttemptsPerMinute"] = "0",
                ["PostsPerMinute"] = "0",
            },
        };
        var watch = Stopwatch.StartNew();
        var site = new SiteProcess(Process.Start(start)!, address);
        site.process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text && !text.StartsWith("Parelmuur staat klaar", StringComparison.Ordinal))
                Console.WriteLine($"  site: {text}");
        };
        site.process.BeginOutputReadLine();
        await site.FirstAnswerAsync();
        site.StartSeconds = watch.Elapsed.TotalSeconds;
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

    public void Dispose()
    {
        client.Dispose();
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
