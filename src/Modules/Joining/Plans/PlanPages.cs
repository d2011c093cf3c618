using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace Parelmuur.Joining.Plans;

/// <summary>The services and pages of this folder.</summary>
internal static class PlanPages
{
    public static IServiceCollection AddPlans(this IServiceCollection services) => services;

    public static void Add(PageConventionCollection pages) => _ = pages;
}
