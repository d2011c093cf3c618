using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Design;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.Modules;
using Parelmuur.Organisations.Api;
using Parelmuur.Organisations.Directory;
using Parelmuur.Organisations.JointBodies;
using Parelmuur.Organisations.Municipalities;

namespace Parelmuur.Organisations;

/// <summary>The plug of Organisations: who is who, when, and who became whom.</summary>
public sealed class OrganisationsModule : IModule
{
    /// <inheritdoc/>
    public string Name => "Organisations";

    /// <inheritdoc/>
    public IEnumerable<MenuItem> Menu => [new(30, "Gemeenten", "/gemeenten")];

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddPlatformDb<OrganisationsDb>(configuration);
        services.AddSingleton<MunicipalityRegister>();
        services.AddSingleton<IHexGrid, MunicipalityGrid>();
        services.AddSingleton<OrganisationDirectory>();
        services.AddSingleton<ILedgerReader>(provider => provider.GetRequiredService<OrganisationDirectory>());
        services.AddSingleton<EnsureOrganisations>();
        services.AddSingleton<IOrganisations, KnownOrganisations>();
        services.AddSingleton<JointBodyList>();
        services.AddScoped<ChangeMembers>();
        services.AddScoped<LoadSampleJointBodies>();
        services.Configure<JsonOptions>(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, OrganisationsJson.Default));
    }

    /// <inheritdoc/>
    public void AddPolicies(AuthorizationBuilder policies) => OrganisationsPolicies.Add(policies);

    /// <inheritdoc/>
    public void AddPages(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Municipalities", OrganisationsPolicies.Read);
        pages.AuthorizePage("/JointBodies/Index", OrganisationsPolicies.Read);
        pages.AuthorizePage("/JointBodies/Details", OrganisationsPolicies.Read);
        pages.AuthorizePage("/JointBodies/New", OrganisationsPolicies.Manage);
        pages.AuthorizePage("/JointBodies/Members", OrganisationsPolicies.Manage);
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder routes) => OrganisationsApi.Map(routes);

    /// <inheritdoc/>
    /// <remarks>It first reads what is known, so that the other rooms can ask at once, also in Cli.</remarks>
    public async Task SeedAsync(IServiceProvider services, DirectoryInfo? samples, CancellationToken cancellation)
    {
        await services.GetRequiredService<OrganisationDirectory>().LoadAsync(cancellation);
        await services.GetRequiredService<LoadSampleJointBodies>().RunAsync(samples, cancellation);
    }
}
