using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Mails;

namespace Parelmuur.Kernel.Tests.Mails;

/// <summary>The mail of one node, with the settings of a test. Its sender works when the test says so, or by itself.</summary>
internal sealed class PostOffice : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 8, 8, 12, 0, 0, TimeSpan.Zero);

    private readonly IHost host;
    private readonly LogLines lines;
    private bool runs;

    private PostOffice(IHost host, LogLines lines) => (this.host, this.lines) = (host, lines);

    /// <summary>Everything that was logged.</summary>
    public string Log => string.Join('\n', lines.All);

    /// <summary>What wakes the sender.</summary>
    public MailSignal Signal => host.Services.GetRequiredService<MailSignal>();

    private MailSender Sender => host.Services.GetServices<IHostedService>().OfType<MailSender>().Single();

    /// <summary>A node that hands its mail to this server.</summary>
    public static PostOffice Of(TestDatabase database, SmtpServer server, TimeProvider time, params string[] settings) =>
        With(database, time, ["Host=127.0.0.1", $"Port={server.Port}", "From=muur@parelmuur.example", .. settings]);

    /// <summary>A node with these settings: "Folder=…".</summary>
    public static PostOffice With(TestDatabase database, TimeProvider time, params string[] settings)
    {
        var log = new LogLines();
        var configuration = new ConfigurationBuilder().AddConfiguration(database.Configuration)
            .AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2))
                .Select(setting => KeyValuePair.Create($"Mail:{setting[0]}", (string?)setting[1])))
            .Build();
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddKernel(configuration, []).AddMailSender(configuration).AddSingleton(time);
        return new(builder.Build(), log);
    }

    /// <summary>Lets the sender work by itself, as on a site.</summary>
    public async Task RunAsync()
    {
        runs = true;
        await host.StartAsync();
    }

    /// <summary>Sends everything that is due now.</summary>
    public Task SendDueAsync(CancellationToken stop = default) => Sender.SendDueAsync(stop);

    /// <summary>Saves mails, in one transaction.</summary>
    public Task QueueAsync(params Mail[] mails) => InDb(async db =>
    {
        foreach (var mail in mails)
            db.Send(mail);
        return await db.SaveChangesAsync();
    });

    /// <summary>What the database holds of all mails, in the order of their addresses.</summary>
    public Task<List<QueuedMail>> MailsAsync() =>
        InDb(db => db.Mails.AsNoTracking().OrderBy(mail => mail.To).ToListAsync());

    public Task<int> RemoveOldAsync() => InScope(services =>
        services.GetRequiredService<MailQueue>().RemoveOldAsync(CancellationToken.None));

    public Task<T> InDb<T>(Func<KernelDb, Task<T>> work) => InScope(services => work(services.GetRequiredService<KernelDb>()));

    public async ValueTask DisposeAsync()
    {
        if (runs)
            await host.StopAsync();
        host.Dispose();
    }

    private async Task<T> InScope<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    private sealed class LogLines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
