using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Kernel.Tests.Ledger;

/// <summary>A node that runs the feed and nothing else.</summary>
internal sealed class Node(IHost host) : IAsyncDisposable
{
    public static async Task<Node> StartAsync(TestDatabase database, params ILedgerReader[] readers)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(database.Configuration);
        builder.Services.AddKernel(database.Configuration, []).AddLedgerFeed();
        foreach (var reader in readers)
            builder.Services.AddSingleton(reader);
        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    public async Task WriteAsync(params string[] names)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        foreach (var name in names)
            db.Record(new Happened(name), new Actor(name));
        await db.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}

/// <summary>A reader that remembers who did what it read, and stumbles as often as it is told to.</summary>
internal sealed class Remembering(string name, bool everyNode, Channel<string>? into = null) : ILedgerReader
{
    private readonly Channel<string> words = into ?? Channel.CreateUnbounded<string>();

    public int FailuresToCome { get; set; }

    public string Name => name;

    public bool EveryNode => everyNode;

    public async Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
    {
        if (FailuresToCome > 0)
        {
            FailuresToCome--;
            throw new IOException("The reader stumbles.");
        }

        foreach (var entry in entries)
            await words.Writer.WriteAsync(entry.Actor, cancellation);
    }

    public async Task<IReadOnlyList<string>> NextAsync(int count)
    {
        using var patience = new CancellationTokenSource(FeedTests.Patience);
        var next = new List<string>();
        while (next.Count < count)
            next.Add(await words.Reader.ReadAsync(patience.Token));
        return next;
    }
}
