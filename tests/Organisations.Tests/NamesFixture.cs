using Microsoft.Extensions.DependencyInjection;

namespace Parelmuur.Organisations.Tests;

/// <summary>The door on an empty database, shared by tests that only read.</summary>
public sealed class NamesFixture : IAsyncLifetime
{
    private House? house;

    public IOrganisations Organisations { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        house = await House.BuildAsync();
        Organisations = (await house.NodeAsync()).GetRequiredService<IOrganisations>();
    }

    public async Task DisposeAsync() => await house!.DisposeAsync();
}
