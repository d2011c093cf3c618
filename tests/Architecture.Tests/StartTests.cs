using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.People;
using Parelmuur.Web;

namespace Parelmuur.Architecture.Tests;

public sealed class StartTests
{
    [Theory, OnEachDatabase]
    public async Task Start_WithSamples_SaysSoOnThePage(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind);

        Assert.True(site.Services.GetRequiredService<Site>().HasSamples);
        Assert.NotNull((await site.PageAsync("/gemeenten")).QuerySelector("h1"));
    }

    [Theory, OnEachDatabase]
    public async Task Start_WithoutSamples_IsEmpty(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind, withSamples: false);

        Assert.False(site.Services.GetRequiredService<Site>().HasSamples);
        Assert.NotNull((await site.PageAsync("/gemeenten")).QuerySelector("h1"));
    }

    [Fact]
    public async Task Start_WhileTheRoomsAreNotReady_AnswersWithThePagesOfBefore_AndLetsTheOthersWait()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        var folder = Directory.CreateTempSubdirectory("pm-");
        var socket = Path.Combine(folder.FullName, "site");
        using var reader = new HttpClient(SocketHttp.Handler(socket)) { BaseAddress = SocketHttp.Address };
        await using (var site = await StartAsync())
        {
            await reader.GetStringAsync(new Uri("/gemeenten", UriKind.Relative));
            await reader.GetStringAsync(new Uri("/en/gemeenten", UriKind.Relative));
            await reader.GetStringAsync(new Uri("/api/v1/municipalities", UriKind.Relative));
            await site.StopAsync();
        }

        var slow = new SlowRoom();
        var starting = Task.Run(() => StartAsync(slow));
        await Until.TrueAsync(async () => await StatusAsync("/health/live") == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync("/health/ready"));
        Task<HttpResponseMessage>[] waiting =
        [
            GetAsync("/api/v1/municipalities"), GetAsync("/gemeenten?zoek=zutphen"), GetAsync("/gemeenten", $"{SessionCookie.Name}=somebody"),
        ];
        using (var dutch = await GetAsync("/gemeenten"))
        using (var english = await GetAsync("/en/gemeenten"))
        {
            Assert.Contains("lang=\"nl\"", await dutch.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Contains("lang=\"en\"", await english.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Contains("default-src 'none'", dutch.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.DoesNotContain(waiting, each => each.IsCompleted);
        }

        slow.IsReady.SetResult();
        await using (var site = await starting)
        {
            foreach (var waited in waiting)
            {
                using var answer = await waited;
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }

            Assert.Equal(HttpStatusCode.OK, await StatusAsync("/health/ready"));
            await site.StopAsync();
        }

        folder.Delete(recursive: true);

        async Task<HttpStatusCode?> StatusAsync(string path)
        {
            try
            {
                using var answer = await GetAsync(path);
                return answer.StatusCode;
            }
            catch (HttpRequestException)
            {
                return null;
            }
        }

        Task<HttpResponseMessage> GetAsync(string path, string cookie = "")
        {
            var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (cookie.Length > 0)
                request.Headers.Add("Cookie", cookie);
            return reader.SendAsync(request);
        }

        Task<WebApplication> StartAsync(SlowRoom? room = null)
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions
            {
                ApplicationName = typeof(Startup).Assembly.GetName().Name,
                ContentRootPath = Repository.Path("src/Web"),
                Args =
                [
                    $"--urls=http://unix:{socket}", $"--ConnectionStrings:{Provider.ConnectionName}={database.Connection}",
                    $"--Mail:Folder={folder.FullName}", "--Samples=",
                ],
            });
            if (room is not null)
                builder.Services.AddHostedService(_ => room);
            return Startup.StartAsync(builder);
        }
    }

    /// <summary>A room that is ready when the test says so.</summary>
    private sealed class SlowRoom : IHostedService
    {
        public TaskCompletionSource IsReady { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task StartAsync(CancellationToken cancellationToken) => IsReady.Task;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
