using System.Diagnostics;
using System.Text.Json;

namespace Parelmuur.Tests;

/// <summary>A real OpenID Connect provider, see <c>provider.mjs</c>. It ends with the test, in whatever way that ends.</summary>
public sealed class ProviderServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;

    private ProviderServer(Process process, string key) => (this.process, Key) = (process, key);

    /// <summary>What the site calls it.</summary>
    public string Key { get; }

    /// <summary>Its issuer.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Starts one on a port that is free; tell it which site it serves before anybody comes.</summary>
    /// <param name="key">What the site calls it.</param>
    /// <exception cref="InvalidOperationException">It ended before it listened.</exception>
    public static async Task<ProviderServer> StartAsync(string key)
    {
        var started = Process.Start(new ProcessStartInfo("node", [Repository.Path("tests/Provider/provider.mjs")])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("node did not start.");
        started.BeginErrorReadLine();
        var port = await started.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The provider did not start.");
        return new(started, key) { Address = $"http://127.0.0.1:{port}" };
    }

    /// <summary>Lets it do something, and gives the answer.</summary>
    /// <param name="command">With "what" and what that needs.</param>
    public async Task<JsonElement> DoAsync(object command)
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(command).AsMemory(), patience.Token);
        await process.StandardInput.FlushAsync(patience.Token);
        return JsonElement.Parse(await process.StandardOutput.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("The provider ended."))
            .GetProperty("answer");
    }

    /// <summary>Somebody new who can sign in there.</summary>
    /// <param name="claims">What the provider says about the person beside a name.</param>
    /// <param name="amr">How the person signs in.</param>
    public async Task<string> PersonAsync(Dictionary<string, object>? claims = null, params string[] amr)
    {
        var id = $"{Guid.NewGuid():N}";
        var all = new Dictionary<string, object>
        {
            ["name"] = $"Iemand {id[..8]}", ["email"] = $"{id}@inlogdienst.example", ["email_verified"] = true,
        };
        foreach (var (name, value) in claims ?? [])
            all[name] = value;
        await DoAsync(new { what = "account", id, claims = all, amr = amr.Length == 0 ? ["pwd"] : amr });
        return id;
    }

    /// <summary>What a site must be told to send people here.</summary>
    /// <param name="number">Its place among the providers of the site, from 0.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="address">Its issuer, when that is not <see cref="Address"/>.</param>
    /// <param name="siteKey">What the site calls it, when that is not <see cref="Key"/>.</param>
    public IEnumerable<string> Settings(int number, string name, string? address = null, string? siteKey = null) =>
    [
        $"--SignIn:Providers:{number}:Key={siteKey ?? Key}", $"--SignIn:Providers:{number}:Name={name}",
        $"--SignIn:Providers:{number}:Authority={address ?? Address}",
        $"--SignIn:Providers:{number}:ClientId=parelmuur", $"--SignIn:Providers:{number}:ClientSecret=een-geheim-van-deze-toets",
    ];

    /// <summary>Tells it which site may send people here.</summary>
    /// <param name="site">The address of the site.</param>
    public Task ServeAsync(Uri site) => DoAsync(new { what = "site", address = site.ToString().TrimEnd('/'), key = Key });

    /// <summary>Ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
            process.Dispose();
        }
    }
}
