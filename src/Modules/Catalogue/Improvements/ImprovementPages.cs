using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;

namespace Parelmuur.Catalogue.Improvements;

/// <summary>What improvements add to the room: their services, and who may open their pages.</summary>
internal static class ImprovementPages
{
    public static IServiceCollection AddImprovements(this IServiceCollection services) => services
        .AddScoped<ImprovementLines>()
        .AddScoped<IPersonalSection, MyImprovement>();

    public static void Add(PageConventionCollection pages) => pages.AuthorizeFolder("/Improvements", CataloguePolicies.Improve);
}
