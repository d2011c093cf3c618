using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Spread;

/// <summary>The services and pages of this folder.</summary>
internal static class SpreadPages
{
    public static IServiceCollection AddSpread(this IServiceCollection services) => services
        .AddSingleton<KeptSpread>()
        .AddSingleton<IMunicipalityUses, CountUses>()
        .AddSingleton<ILedgerReader>(provider => provider.GetRequiredService<KeptSpread>());

    public static void Add(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Spread", JoiningPolicies.Read);
        pages.AddFolderApplicationModelConvention("/Spread", page => page.EndpointMetadata.Add(new OutputCacheAttribute()));
    }
}
