using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Catalogue.Export;
using Parelmuur.Kernel.Ledger;

namespace Parelmuur.Catalogue.Api;

/// <summary>What the API and the exports of this room need.</summary>
internal static class ApiServices
{
    public static IServiceCollection AddCatalogueApi(this IServiceCollection services) => services
        .AddSingleton<KeptFacts>()
        .AddSingleton<ILedgerReader>(provider => provider.GetRequiredService<KeptFacts>())
        .AddSingleton<LiveFacts>()
        .AddSingleton<SolutionPages>()
        .AddSingleton<IntentionLists>()
        .AddSingleton<PlanMatches>()
        .AddScoped<UsePages>()
        .AddScoped<SolutionDocuments>()
        .AddScoped<WriteExport>()
        .Configure<JsonOptions>(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, CatalogueJson.Default));
}
