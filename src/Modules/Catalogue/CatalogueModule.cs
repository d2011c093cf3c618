using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Catalogue.CheckFirst;
using Parelmuur.Catalogue.Samples;
using Parelmuur.Catalogue.Searching;
using Parelmuur.Catalogue.Themes;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Modules;
using Parelmuur.Search;

namespace Parelmuur.Catalogue;

/// <summary>Puts Catalogue in the house: the wall, solutions, search pages and check first.</summary>
public sealed class CatalogueModule : IModule
{
    /// <inheritdoc/>
    public string Name => "Catalogue";

    /// <inheritdoc/>
    public IEnumerable<MenuItem> Menu =>
    [
        new(10, "Eerst kijken", "/eerst-kijken"),
        new(20, "De muur", "/muur"),
    ];

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddPlatformDb<CatalogueDb>(configuration)
        .AddSingleton<ICatalogue, Solutions.SolutionCards>()
        .AddSingleton<ISearchSource, SolutionSearchSource>()
        .AddScoped<CheckPlan>()
        .AddScoped<LoadThemes>()
        .AddScoped<LoadSamples>();

    /// <inheritdoc/>
    public void AddPolicies(AuthorizationBuilder policies) => CataloguePolicies.Add(policies);

    /// <inheritdoc/>
    public async Task SeedAsync(IServiceProvider services, DirectoryInfo? samples, CancellationToken cancellation)
    {
        await services.GetRequiredService<LoadThemes>().RunAsync(cancellation);
        await services.GetRequiredService<LoadSamples>().RunAsync(samples, cancellation);
    }
}
