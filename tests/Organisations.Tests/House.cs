using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel;
using Parelmuur.Kernel.Data;
using Parelmuur.Migrations;

namespace Parelmuur.Organisations.Tests;

/// <summary>This room alone on an empty SQLite database of its own, as Cli would start it.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"parelmuur-organisations-{Guid.NewGuid():N}");
    private readonly List<ServiceProvider> nodes = [];

    public string Connection => $"Data Source={Path.Combine(folder, "test.db")};Pooling=False";

    public static async Task<House> BuildAsync()
    {
        var house = new House();
        System.IO.Directory.CreateDirectory(house.folder);
        await MigrationsDb.UpdateAsync(house.Connection);
        return house;
    }

    /// <summary>One more process on the same database.</summary>
    public async Task<ServiceProvider> NodeAsync()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { [$"ConnectionStrings:{Provider.ConnectionName}"] = Connection }).Build();
        var node = new ServiceCollection().AddLogging().AddKernel(configuration, [new OrganisationsModule()]).AddWords(typeof(OrganisationsModule).Assembly)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        nodes.Add(node);
        await node.SeedModulesAsync(samples: null);
        return node;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
            await node.DisposeAsync();
        System.IO.Directory.Delete(folder, recursive: true);
    }
}
