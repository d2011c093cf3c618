using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Parelmuur.Kernel.People;

namespace Parelmuur.Web.Http;

/// <summary>Writes down what was refused: access, a limit that was reached, a form of another site, what cannot be read.</summary>
/// <remarks>
/// It names the pattern of the address and the number of the person, who may be found in the database by who may look there; never a
/// path, a name or a network address. ASVS 5.0, 16.3.2 and 16.3.3.
/// </remarks>
internal static class RefusalLog
{
    // Who floods the site must not flood the log.
    private const int MostPerMinute = 120;

    /// <summary>Comes after routing, and before all that refuses.</summary>
    public static void UseRefusalLog(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RefusalLog).FullName!);
        var room = new FixedWindowRateLimiter(new() { PermitLimit = MostPerMinute, Window = TimeSpan.FromMinutes(1) });
        app.Lifetime.ApplicationStopped.Register(room.Dispose);
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
                if (IsRefusal(context))
                    Write(context, context.Response.StatusCode);
            }
            catch (BadHttpRequestException error)
            {
                Write(context, error.StatusCode);
                throw;
            }
        });

        void Write(HttpContext context, int status)
        {
            using var line = room.AttemptAcquire();
            if (line.IsAcquired)
            {
                log.Refused(
                    status, context.Request.Method, (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no address of ours",
                    CurrentPerson.Of(context.User)?.Id.Value);
            }
        }
    }

    // The page that tells of a refusal has its status too. A visitor who finds nothing looked for something that is gone;
    // who is signed in may have looked for what belongs to others.
    private static bool IsRefusal(HttpContext context) => context.Features.Get<IStatusCodeReExecuteFeature>() is null
        && context.Features.Get<IExceptionHandlerFeature>() is null
        && context.Response.StatusCode switch
        {
            StatusCodes.Status400BadRequest or StatusCodes.Status403Forbidden or StatusCodes.Status413PayloadTooLarge
                or StatusCodes.Status415UnsupportedMediaType or StatusCodes.Status429TooManyRequests => true,
            StatusCodes.Status404NotFound => CurrentPerson.Of(context.User) is not null && context.GetEndpoint() is RouteEndpoint,
            _ => false,
        };
}
