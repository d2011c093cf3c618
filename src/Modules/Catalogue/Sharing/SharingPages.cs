using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;
using Parelmuur.Design;
using Parelmuur.Kernel.Jobs;

namespace Parelmuur.Catalogue.Sharing;

/// <summary>What sharing adds to the room: its services, and who may open which page.</summary>
internal static class SharingPages
{
    public static IServiceCollection AddSharing(this IServiceCollection services, IConfiguration configuration) => services
        .AddRateLimiter(limits => PostLimit.Add(limits, configuration))
        .AddScoped<KeepDrafts>()
        .AddScoped<WaitingText>()
        .AddScoped<LookBeside>()
        .AddScoped<ShareGem>()
        .AddScoped<DraftLines>()
        .AddScoped<IDailyJob, RemoveDrafts>()
        .AddScoped<IPersonalSection, MyDrafts>();

    public static void Add(PageConventionCollection pages)
    {
        pages.AuthorizePage("/Sharing/Index", CataloguePolicies.Write)
            .AuthorizePage("/Sharing/Alike", CataloguePolicies.Write)
            .AuthorizePage("/Sharing/Drafts", CataloguePolicies.Own)
            .AuthorizePage("/Sharing/Preview", CataloguePolicies.Share)
            .AuthorizePage("/Sharing/Done", CataloguePolicies.Share)
            // A form carries the token of one browser, so it is never kept for others.
            .AddFolderApplicationModelConvention(
                "/Sharing", page => page.EndpointMetadata.Add(new OutputCacheAttribute { NoStore = true }));
    }
}
