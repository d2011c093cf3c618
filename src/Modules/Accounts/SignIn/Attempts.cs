using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Design;
using Parelmuur.Kernel.Api;
using Parelmuur.Kernel.Modules;

namespace Parelmuur.Accounts.SignIn;

/// <summary>How often one address may try to sign in, make an account or ask for mail.</summary>
/// <remarks>All nodes count together, see <see cref="SharedAttempts"/>. Beside this an account is locked for 15 minutes after five wrong passwords, from any address.</remarks>
internal static class Attempts
{
    public const string Policy = "accounts.attempts";

    /// <summary>How often one address may post the forms to sign in or up in a minute, on all nodes together; 0 is no limit.</summary>
    [Setting(Default = PerMinute)]
    private const string Setting = "Accounts:AttemptsPerMinute";

    private const int PerMinute = 20;

    /// <summary>Counts posted forms only; looking is free.</summary>
    public static void Limit(RateLimiterOptions limits, IConfiguration configuration)
    {
        var most = configuration.GetValue(Setting, PerMinute);
        limits.AddPolicy(Policy, context => most == 0 || !HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetNoLimiter(IPAddress.None)
            : RateLimitPartition.Get(
                Origin.Of(context),
                address => new SharedAttempts(
                    context.RequestServices.GetRequiredService<IServiceScopeFactory>(), context.RequestServices.GetRequiredService<TimeProvider>(),
                    $"{address}", most)));
    }

    /// <summary>Where a person goes after signing in: back to the page that asked for it, if it is one of ours.</summary>
    public static IActionResult GoOn(this PageModel page, string? back) =>
        page.LocalRedirect(page.Url.WayBackTo(back) ?? page.Url.Content("~/mijn"));
}
