using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Catalogue;

namespace Parelmuur.Joining.Own;

/// <summary>The services and pages of this folder.</summary>
internal static class OwnPages
{
    public static IServiceCollection AddOwn(this IServiceCollection services) => services
        .AddScoped<ReadOwn>()
        .AddScoped<Suggest>()
        .AddScoped<ISolutionSection, PeersOnSolution>();

    public static void Add(PageConventionCollection pages) => pages.AuthorizeFolder("/Own", JoiningPolicies.See);
}
