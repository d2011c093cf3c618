using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;
using Parelmuur.Catalogue;

namespace Parelmuur.Joining.Uses;

/// <summary>The services and pages of this folder.</summary>
internal static class UsePages
{
    public static IServiceCollection AddUses(this IServiceCollection services) => services
        .AddSingleton<UseWords>()
        .AddSingleton<AnswerLink>()
        .AddScoped<UsersOfProducts>()
        .AddScoped<ReadUseSheet>()
        .AddScoped<IPersonalSection, UsesToConfirm>()
        .AddScoped<IWeeklyQuestions, UsesInWeeklyMail>()
        .AddScoped<ISolutionSection, OwnUseOfSolution>();

    public static void Add(PageConventionCollection pages)
    {
        pages.AuthorizePage("/Uses/Index", JoiningPolicies.See);
        pages.AuthorizePage("/Uses/Waiting", JoiningPolicies.Keep);
        pages.AuthorizePage("/Uses/StillTrue", JoiningPolicies.Keep);
        pages.AuthorizePage("/Uses/Sheet", JoiningPolicies.Keep);
        pages.AuthorizePage("/Uses/StillTrueByMail", JoiningPolicies.Read);
        pages.AuthorizePage("/Uses/Use", JoiningPolicies.Work);
        pages.AuthorizePage("/Uses/Report", JoiningPolicies.Work);
    }
}
