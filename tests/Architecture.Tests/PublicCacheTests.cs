using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Web.Http;

namespace Parelmuur.Architecture.Tests;

/// <summary>What readers get from the output cache before and after a change.</summary>
public sealed class PublicCacheTests
{
    [Fact]
    public async Task Page_WithoutAChange_IsMadeOnce()
    {
        var made = 0;
        await using var site = await Site.StartAsync(() => Task.FromResult($"{++made}"));

        Assert.Equal("1", await site.GetAsync());
        Assert.Equal("1", await site.GetAsync());

        await site.ChangeAsync();
        Assert.Equal("2", await site.GetAsync());
    }

    [Fact]
    public async Task Page_BegunBeforeAChange_IsNotKeptAfterIt()
    {
        var (begun, changed) = (new TaskCompletionSource(), new TaskCompletionSource());
        var text = "old";
        await using var site = await Site.StartAsync(async () =>
        {
            var read = text;
            begun.TrySetResult();
            await changed.Task;
            return read;
        });

        var slow = site.GetAsync();
        await begun.Task;
        text = "new";
        await site.ChangeAsync();
        changed.SetResult();

        Assert.Equal("old", await slow);
        Assert.Equal("new", await site.GetAsync());
    }

    /// <summary>One page behind the cache.</summary>
    private sealed class Site : IAsyncDisposable
    {
        private readonly WebApplication app;
        private readonly HttpClient client;

        private Site(WebApplication app)
        {
            this.app = app;
            client = new() { BaseAddress = new Uri(app.Urls.Single()) };
        }

        public static async Task<Site> StartAsync(Func<Task<string>> page)
        {
            var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
            builder.Services.AddSingleton(TimeProvider.System).AddPublicCache();
            var site = builder.Build();
            site.UsePublicCache();
            site.MapGet("/", page);
            await site.StartAsync();
            return new(site);
        }

        public Task<string> GetAsync() => client.GetStringAsync(new Uri("/", UriKind.Relative));

        public async Task ChangeAsync()
        {
            foreach (var reader in app.Services.GetServices<ILedgerReader>())
                await reader.ReadAsync([], CancellationToken.None);
        }

        public async ValueTask DisposeAsync()
        {
            client.Dispose();
            await app.DisposeAsync();
        }
    }
}
