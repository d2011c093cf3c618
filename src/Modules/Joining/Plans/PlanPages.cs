using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.Ledger;

namespace Parelmuur.Joining.Plans;

/// <summary>The services and pages of this folder.</summary>
internal static class PlanPages
{
    public static IServiceCollection AddPlans(this IServiceCollection services) => services
        .AddSingleton<SolutionsWithPlan>()
        .AddSingleton<ILedgerReader>(provider => provider.GetRequiredService<SolutionsWithPlan>())
        .AddSingleton<IStepPlans, PlansForStages>()
        .AddSingleton<ShortPlans>()
        .AddSingleton<ILedgerReader>(provider => provider.GetRequiredService<ShortPlans>())
        .AddScoped<KeptPlan>()
        .AddScoped<WritePlan>()
        .AddScoped<LoadStepPlans>()
        .AddScoped<ISolutionSection, PlanOfSolution>();

    public static void Add(PageConventionCollection pages)
    {
        pages.AuthorizePage("/Plans/Plan", JoiningPolicies.Read);
        pages.AddPageApplicationModelConvention("/Plans/Plan", page => page.EndpointMetadata.Add(new OutputCacheAttribute()));
        pages.AuthorizePage("/Plans/Edit", JoiningPolicies.Plan);
    }
}
