using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;
using Parelmuur.Kernel.Jobs;

namespace Parelmuur.Catalogue.Tips;

/// <summary>What tips add to the room: their services, and who may open which page.</summary>
internal static class TipPages
{
    public static IServiceCollection AddTips(this IServiceCollection services) => services
        .AddScoped<TipMails>()
        .AddScoped<GiveTip>()
        .AddScoped<AnswerTip>()
        .AddScoped<IDailyJob, RemindOfTips>()
        .AddScoped<IPersonalSection, MyTips>()
        .AddScoped<IDeskSection, TipsOnDesk>();

    public static void Add(PageConventionCollection pages) => pages
        .AuthorizePage("/Tips/Give", CataloguePolicies.Tip)
        .AuthorizePage("/Tips/ChangeTip", CataloguePolicies.Own)
        .AuthorizePage("/Tips/Claim", CataloguePolicies.Share);
}
