using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Organisations;

namespace Parelmuur.Adoption.Tests;

/// <summary>Adoption and Organisations on a database of their own; several nodes may stand on it.</summary>
internal sealed class Rooms : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly List<ServiceProvider> nodes = [];

    private Rooms(TestDatabase database) => this.database = database;

    public SetTime Time { get; } = new(new DateTimeOffset(2026, 8, 8, 12, 0, 0, TimeSpan.Zero));

    public static async Task<Rooms> OpenAsync(DatabaseKind kind) => new(await TestDatabase.MigratedAsync(kind));

    /// <summary>One more process on the same database.</summary>
    public async Task<ServiceProvider> NodeAsync()
    {
        var node = new ServiceCollection().AddSingleton(database.Configuration).AddLogging()
            .AddKernel(database.Configuration, [new OrganisationsModule(), new AdoptionModule()])
            .AddSingleton<TimeProvider>(Time)
            .BuildServiceProvider();
        nodes.Add(node);
        await node.SeedModulesAsync(samples: null);
        return node;
    }

    /// <summary>The door of a node that has just read everything.</summary>
    public static async Task<IAdoption> FreshAsync(ServiceProvider node)
    {
        foreach (var reader in node.GetServices<ILedgerReader>().Where(reader => reader.EveryNode))
            await reader.StartAsync(CancellationToken.None);
        return node.GetRequiredService<IAdoption>();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
            await node.DisposeAsync();
        await database.DisposeAsync();
    }
}
