using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace Parelmuur.Joining.Uses;

/// <summary>The services and pages of this folder.</summary>
internal static class UsePages
{
    public static IServiceCollection AddUses(this IServiceCollection services) => services;

    public static void Add(PageConventionCollection pages) => _ = pages;
}
