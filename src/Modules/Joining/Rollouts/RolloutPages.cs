using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;
using Parelmuur.Kernel.Files;
using Parelmuur.Kernel.Ledger;

namespace Parelmuur.Joining.Rollouts;

/// <summary>The services and pages of this folder.</summary>
internal static class RolloutPages
{
    public static IServiceCollection AddRollouts(this IServiceCollection services) => services
        .AddScoped<StartRollout>()
        .AddScoped<ChangeRollout>()
        .AddScoped<LoadSampleRollouts>()
        .AddScoped<CalendarOfSteps>()
        .AddScoped<IKeepFiles, Evidence>()
        .AddScoped<ISubjectNames, NamesOfRollouts>()
        .AddScoped<IPersonalSection, MyNextSteps>();

    public static void Add(PageConventionCollection pages)
    {
        foreach (var page in (string[])["/Rollouts/Index", "/Rollouts/Open", "/Rollouts/Calendar"])
            pages.AuthorizePage(page, JoiningPolicies.See);
        foreach (var page in (string[])["/Rollouts/Start", "/Rollouts/Step", "/Rollouts/Further", "/Rollouts/Renew"])
            pages.AuthorizePage(page, JoiningPolicies.Work);
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        Evidence.Map(routes);
        CalendarOfSteps.Map(routes);
    }
}
