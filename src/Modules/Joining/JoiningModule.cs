using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Joining.Lessons;
using Parelmuur.Joining.Own;
using Parelmuur.Joining.Plans;
using Parelmuur.Joining.Reorganising;
using Parelmuur.Joining.Rollouts;
using Parelmuur.Joining.Spread;
using Parelmuur.Joining.Uses;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Modules;
using Parelmuur.Organisations;

namespace Parelmuur.Joining;

/// <summary>Puts Joining in the house: the uses a municipality answers for, step plans that learn, its own page, and how solutions spread.</summary>
public sealed class JoiningModule : IModule
{
    /// <inheritdoc/>
    public string Name => "Joining";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddPlatformDb<JoiningDb>(configuration)
        .AddUses()
        .AddPlans()
        .AddOwn()
        .AddRollouts()
        .AddLessons()
        .AddSpread()
        .AddSingleton<IPersonalMenu, OwnMunicipality>()
        .AddScoped<IMunicipalitySection, MovedUses>();

    /// <inheritdoc/>
    public void AddPolicies(AuthorizationBuilder policies) => JoiningPolicies.Add(policies);

    /// <inheritdoc/>
    public void AddPages(PageConventionCollection pages)
    {
        UsePages.Add(pages);
        PlanPages.Add(pages);
        OwnPages.Add(pages);
        RolloutPages.Add(pages);
        SpreadPages.Add(pages);
    }

    /// <inheritdoc/>
    public async Task SeedAsync(IServiceProvider services, DirectoryInfo? samples, CancellationToken cancellation)
    {
        await services.GetRequiredService<LoadStepPlans>().RunAsync(samples, cancellation);
        await services.GetRequiredService<LoadSampleRollouts>().RunAsync(samples, cancellation);
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        SpreadEndpoints.Map(routes);
        RolloutPages.Map(routes);
    }
}
