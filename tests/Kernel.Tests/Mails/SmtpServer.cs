using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;

namespace Parelmuur.Kernel.Tests.Mails;

/// <summary>A real mail server of one test alone, see <c>smtp.mjs</c>. It ends with the test, in whatever way that ends.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string Script = Repository.Path("tests/Kernel.Tests/Mails/smtp.mjs");

    private readonly Process process;
    private readonly Channel<JsonElement> happened = Channel.CreateUnbounded<JsonElement>();
    private Task reading = Task.CompletedTask;

    private SmtpServer(Process process) => this.process = process;

    public int Port { get; private set; }

    public static async Task<SmtpServer> StartAsync(params string[] mode)
    {
        var server = new SmtpServer(Start(mode));
        var port = await server.process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The mail server did not start.");
        server.Port = int.Parse(port, CultureInfo.InvariantCulture);
        server.reading = server.ReadAsync();
        return server;
    }

    /// <summary>What stands in a mail that is kept as a file.</summary>
    public static async Task<JsonElement> ReadMailAsync(string file)
    {
        using var reader = Start("read", file);
        var read = await reader.StandardOutput.ReadToEndAsync();
        await reader.WaitForExitAsync();
        return JsonElement.Parse(read);
    }

    /// <summary>The next thing that happened.</summary>
    public async Task<JsonElement> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await happened.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Stops the server; connections break.</summary>
    /// <returns>What happened that nobody asked for yet.</returns>
    public async Task<IReadOnlyList<JsonElement>> StopAsync()
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        await reading;
        return await happened.Reader.ReadAllAsync(patience.Token).ToListAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await reading;
        process.Dispose();
    }

    private static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("node", [Script, .. arguments])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("node did not start.");

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            happened.Writer.TryWrite(JsonElement.Parse(line));
        happened.Writer.Complete();
    }
}
