using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Sharing;

/// <summary>How much one address may write without being signed in, and one person after that.</summary>
internal static class PostLimit
{
    public const string Policy = "catalogue.posts";

    private const int PerMinute = 30, PersonPerMinute = 120;

    /// <summary>Counts posted forms only. The setting Catalogue:PostsPerMinute changes the first, 0 is no limit.</summary>
    public static void Limit(RateLimiterOptions limits, IConfiguration configuration)
    {
        var most = configuration.GetValue("Catalogue:PostsPerMinute", PerMinute);
        limits.AddPolicy(Policy, context => most == 0 || !HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetNoLimiter("")
            : context.Request.Cookies[SessionCookie.Name] is { } session
                ? Window(session, Math.Max(most, PersonPerMinute))
                : Window($"{context.Connection.RemoteIpAddress ?? IPAddress.None}", most));
    }

    private static RateLimitPartition<string> Window(string who, int most) => RateLimitPartition.GetFixedWindowLimiter(
        who, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1) });
}
