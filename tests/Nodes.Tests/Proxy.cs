using System.Diagnostics;

namespace Parelmuur.Nodes.Tests;

/// <summary>HAProxy in front of the nodes, set as docs/self-hosting.md advises: it asks who is ready, and sends no write twice.</summary>
/// <remarks>It waits longer for an answer about readiness: here everything shares two processors, and slow is not dead.</remarks>
internal sealed class Proxy : IDisposable
{
    public const string Program = "/usr/sbin/haproxy";

    private readonly Process process;

    private Proxy(Process process, string socket) => (this.process, Socket) = (process, socket);

    /// <summary>Where people reach it.</summary>
    public string Socket { get; }

    public static async Task<Proxy> StartAsync(string folder, IEnumerable<Node> nodes)
    {
        var socket = Path.Combine(folder, "site.sock");
        var settings = Path.Combine(folder, "haproxy.cfg");
        var servers = nodes.Select((node, at) => $"    server node{at + 1} unix@{node.Socket} check");
        await File.WriteAllTextAsync(settings,
            $"""
            defaults
                mode http
                timeout connect 2s
                timeout check 20s
                timeout client 60s
                timeout server 60s
                option redispatch
                retries 3
                retry-on conn-failure empty-response 503
            frontend site
                bind unix@{socket}
                default_backend nodes
            backend nodes
                balance roundrobin
                http-request disable-l7-retry unless METH_GET
                option httpchk GET /health/ready
                default-server inter 500ms fall 2 rise 1
            {string.Join('\n', servers)}

            """);
        var started = Process.Start(new ProcessStartInfo(Program, ["-db", "-f", settings]) { UseShellExecute = false, RedirectStandardError = true })!;
        _ = started.StandardError.BaseStream.CopyToAsync(Stream.Null);
        using var client = new HttpClient(SocketHttp.Handler(socket)) { BaseAddress = SocketHttp.Address };
        await Until.TrueAsync(async () => (await client.GetAsync(new Uri("/health/live", UriKind.Relative))).IsSuccessStatusCode);
        return new(started, socket);
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
