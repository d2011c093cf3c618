using Microsoft.AspNetCore.OutputCaching;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.People;

namespace Parelmuur.Web.Http;

/// <summary>Keeps what everyone sees the same, until the ledger says that something changed.</summary>
internal static class PublicCache
{
    /// <summary>Keep pages that are the same for everyone; off leaves that out, to measure what a page costs.</summary>
    [Setting(Default = "on")]
    private const string Setting = "PublicCache";

    // Room for 600 pages as they are, or for four thousand as browsers ask for them: packed.
    private const long MaxBytes = 32L << 20, MaxPageBytes = 512L << 10;
    private static readonly TimeSpan KeepFor = TimeSpan.FromHours(1);

    public static IServiceCollection AddPublicCache(this IServiceCollection services)
    {
        services.AddOutputCache(cache =>
        {
            cache.SizeLimit = MaxBytes;
            cache.MaximumBodySize = MaxPageBytes;
            cache.DefaultExpirationTimeSpan = KeepFor;
            cache.AddBasePolicy(policy => policy.AddPolicy<NotThePagesOfOne>()
                .Tag(KeptPages.Everything).SetVaryByHeader("Accept-Encoding").SetCacheKeyPrefix(context => Kept(context).Round));
        });
        var memory = services.Last(service => service.ServiceType == typeof(IOutputCacheStore)).ImplementationFactory!;
        return services
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<KeptPages>(provider, memory(provider)))
            .AddSingleton<IOutputCacheStore>(provider => provider.GetRequiredService<KeptPages>())
            .AddSingleton<ILedgerReader>(provider => provider.GetRequiredService<KeptPages>())
            .AddHostedService(provider => provider.GetRequiredService<KeptPages>());
    }

    /// <summary>Answers with pages from the cache, before anything is worked out of who asks.</summary>
    public static void UsePublicPages(this IApplicationBuilder app) => app.UseCacheFor(context => Everyone(context) && !IsApi(context));

    /// <summary>Answers from the cache what is left. The API comes here, because it says itself who may ask how often.</summary>
    public static void UsePublicCache(this IApplicationBuilder app) => app.UseCacheFor(Everyone);

    /// <summary>While the site starts: answers with what was kept before it stopped. The API waits here too.</summary>
    public static void UsePagesOfBefore(this IApplicationBuilder app)
    {
        var pages = app.ApplicationServices.GetRequiredService<KeptPages>();
        var taking = IsOn(app) ? pages.TakeAsync() : Task.CompletedTask;
        app.Use(async (context, next) =>
        {
            await taking;
            await next(context);
        });
        app.UseWhen(context => pages.IsStarting && Everyone(context) && !IsApi(context), cached => cached.UseOutputCache());
    }

    private static void UseCacheFor(this IApplicationBuilder app, Func<HttpContext, bool> whom)
    {
        if (IsOn(app))
            app.UseWhen(whom, cached => cached.UseOutputCache());
    }

    private static bool IsOn(IApplicationBuilder app) => app.ApplicationServices.GetRequiredService<IConfiguration>()[Setting] != "off";

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    // Who is signed in sees the own name on the page, so that page is for nobody else. What was looked up before is not looked up again.
    private static bool Everyone(HttpContext context) =>
        !context.Request.Cookies.ContainsKey(SessionCookie.Name) && context.Features.Get<IOutputCacheFeature>() is null;

    private static KeptPages Kept(HttpContext context) => context.RequestServices.GetRequiredService<KeptPages>();

    // A form carries a token that fits the cookie of one reader; whoever got it from the cache could not send it.
    private sealed class NotThePagesOfOne : IOutputCachePolicy
    {
        // Whether an answer may be kept stands at its address, and before the rooms are ready nobody knows which that is.
        public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            if (context.HttpContext.GetEndpoint() is null)
                context.AllowCacheStorage = context.AllowLocking = false;
            return ValueTask.CompletedTask;
        }

        public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            if (context.HttpContext.Response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal))
                context.AllowCacheStorage = false;
            return ValueTask.CompletedTask;
        }
    }
}
