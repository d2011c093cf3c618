using System.Collections.Frozen;
using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Parelmuur.Accounts;
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

    private const string Everything = "everything";

    // Room for 600 pages as they are, or for four thousand as browsers ask for them: packed.
    private const long MaxBytes = 32L << 20, MaxPageBytes = 512L << 10;
    private static readonly TimeSpan KeepFor = TimeSpan.FromHours(1);

    public static IServiceCollection AddPublicCache(this IServiceCollection services) => services
        .AddSingleton<Evictor>()
        .AddSingleton<ILedgerReader>(provider => provider.GetRequiredService<Evictor>())
        .AddOutputCache(cache =>
        {
            cache.SizeLimit = MaxBytes;
            cache.MaximumBodySize = MaxPageBytes;
            cache.DefaultExpirationTimeSpan = KeepFor;
            cache.AddBasePolicy(policy => policy.AddPolicy<NotThePagesOfOne>()
                .Tag(Everything).SetVaryByHeader("Accept-Encoding").SetCacheKeyPrefix(Round));
        });

    /// <summary>Answers from the cache.</summary>
    public static void UsePublicCache(this WebApplication app)
    {
        if (app.Configuration[Setting] != "off")
            app.UseWhen(Everyone, cached => cached.UseOutputCache());
    }

    // Who is signed in sees the own name on the page, so that page is for nobody else.
    private static bool Everyone(HttpContext context) => !context.Request.Cookies.ContainsKey(SessionCookie.Name);

    // A page that was begun before a change and stored after it stands under a round that nobody asks for any more.
    private static string Round(HttpContext context) => context.RequestServices.GetRequiredService<Evictor>().Round;

    // A form carries a token that fits the cookie of one reader; whoever got it from the cache could not send it.
    private sealed class NotThePagesOfOne : IOutputCachePolicy
    {
        public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            if (context.HttpContext.Response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal))
                context.AllowCacheStorage = false;
            return ValueTask.CompletedTask;
        }
    }

    // Changes are rare and reading is not: one tag for everything is simple, and always right.
    private sealed class Evictor(IOutputCacheStore store) : ILedgerReader
    {
        // Who signs in or looks changes no page, so readers need not wait for it.
        private static readonly FrozenSet<string> NothingShows = [nameof(SignedIn), nameof(SignedOut), nameof(PrivateDataSeen)];

        private int rounds;

        public string Round { get; private set; } = "0";

        public string Name => "output cache";

        public bool EveryNode => true;

        public async Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
        {
            if (entries.Count > 0 && entries.All(entry => entry.Subject == LedgerEvent.ForOnePerson || NothingShows.Contains(entry.Event)))
                return;
            Round = (++rounds).ToString(CultureInfo.InvariantCulture);
            await store.EvictByTagAsync(Everything, cancellation);
        }
    }
}
