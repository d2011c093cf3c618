using Microsoft.Extensions.Primitives;
using Parelmuur.Kernel.People;

namespace Parelmuur.Web.Http;

/// <summary>The headers that tell a browser what this site never does.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Adds them to every answer, also to one about an exception.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // As the answer begins, and not before: what tells of an exception empties the headers first.
        context.Response.OnStarting(() =>
        {
            Add(context);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static void Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        AddOwn("Content-Security-Policy", Policy);
        AddOwn("X-Content-Type-Options", "nosniff");
        // The policy says it too; this is for who reads headers and not policies.
        AddOwn("X-Frame-Options", "DENY");
        AddOwn("Referrer-Policy", "same-origin");
        AddOwn("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        AddOwn("Cross-Origin-Opener-Policy", "same-origin");
        AddOwn("Cross-Origin-Resource-Policy", "same-origin");
        if (context.Request.Cookies.ContainsKey(SessionCookie.Name))
            AddOwn("Cache-Control", "no-store");
        if (context.Request.IsHttps)
            AddOwn("Strict-Transport-Security", "max-age=31536000; includeSubDomains");

        // What an address chose itself, such as the sandbox of a file, stays.
        void AddOwn(string name, StringValues value) => headers.TryAdd(name, value);
    }
}
