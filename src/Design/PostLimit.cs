using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Parelmuur.Kernel.Api;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.People;

namespace Parelmuur.Design;

/// <summary>How many forms one person may post in a minute; without a session, one address.</summary>
/// <remarks>A page with a form asks it through <see cref="FormPage.LimitsPosts"/>, and keeps what was typed.</remarks>
public sealed class PostLimit(IConfiguration configuration) : IDisposable
{
    /// <summary>The policy for a page that saves by itself while somebody types, so that it posts more often.</summary>
    public const string WhileTyping = "posts.while-typing";

    /// <summary>How many forms with a question, answer, comment, report or plan to check one person, or one address without a session, may send in a minute; 0 is no limit.</summary>
    [Setting(Default = PerMinute)]
    public const string Setting = "PostsPerMinute";

    private const int PerMinute = 30, TimesWhileTyping = 4;

    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, string>(
        context => Of(context, MostOf(configuration), CurrentPerson.Of(context.User)?.Id.ToString()));

    /// <summary>Whether this post is still within the limit. It counts by asking.</summary>
    public bool Allows(HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    /// <summary>Adds <see cref="WhileTyping"/>.</summary>
    public static void Add(RateLimiterOptions limits, IConfiguration configuration)
    {
        var most = MostOf(configuration);
        limits.AddPolicy(WhileTyping, context => CurrentPerson.Of(context.User) is { } person
            ? Of(context, most * TimesWhileTyping, person.Id.ToString())
            : Of(context, most, null));
    }

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();

    private static int MostOf(IConfiguration configuration) => configuration.GetValue(Setting, PerMinute);

    private static RateLimitPartition<string> Of(HttpContext context, int most, string? who) =>
        most == 0 || !HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetFixedWindowLimiter(
                who ?? $"{Origin.Of(context)}",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1) });
}
