using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Ledger;

namespace Parelmuur.Catalogue.CheckFirst.Recorded;

/// <summary>What check first with a memory adds to the room: its services, and who may open which page.</summary>
internal static class CheckPages
{
    public static IServiceCollection AddChecks(this IServiceCollection services) => services
        .AddScoped<CheckPlan>()
        .AddScoped<AnswerPlan>()
        .AddScoped<FoundHits>()
        .AddScoped<RecordCheck>()
        .AddScoped<ReadCheck>()
        .AddScoped<KeepWaitingCheck>()
        .AddSingleton<Rejections>()
        .AddSingleton<ILedgerReader>(provider => provider.GetRequiredService<Rejections>());

    public static void Add(PageConventionCollection pages) => pages
        .AuthorizePage("/CheckFirst/Index", CataloguePolicies.Read)
        .AuthorizePage("/CheckFirst/Recorded/Record", CataloguePolicies.Read)
        .AuthorizePage("/CheckFirst/Recorded/Check", CataloguePolicies.Read)
        .AuthorizePage("/CheckFirst/Recorded/Print", CataloguePolicies.Read)
        .AuthorizePage("/CheckFirst/Recorded/List", CataloguePolicies.SeeChecks)
        .AuthorizePage("/CheckFirst/Recorded/Change", CataloguePolicies.Record)
        .AuthorizePage("/CheckFirst/Recorded/Rejected", CataloguePolicies.JudgeRejections);
}
