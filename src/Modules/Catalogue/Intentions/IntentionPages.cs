using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Jobs;
using Parelmuur.Kernel.Ledger;

namespace Parelmuur.Catalogue.Intentions;

/// <summary>What intentions add to the room: their services, and who may open which page.</summary>
internal static class IntentionPages
{
    public static IServiceCollection AddIntentions(this IServiceCollection services) => services
        .AddSingleton<KnownIntentions>()
        .AddScoped<TellContact>()
        .AddSingleton<ILedgerReader>(provider => provider.GetRequiredService<KnownIntentions>())
        .AddScoped<IDailyJob, ExpireIntentions>();

    public static void Add(PageConventionCollection pages)
    {
        foreach (var page in (string[])["/Intentions/Index", "/Intentions/Intended"])
        {
            pages.AuthorizePage(page, CataloguePolicies.Read);
            pages.AddPageApplicationModelConvention(page, model => model.EndpointMetadata.Add(new OutputCacheAttribute()));
        }

        foreach (var page in (string[])["New", "Revise", "Renew", "End", "Join"])
            pages.AuthorizePage($"/Intentions/{page}", CataloguePolicies.Intend);
        pages.AuthorizePage("/Intentions/RenewByMail", CataloguePolicies.Read);
    }
}
