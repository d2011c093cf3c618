using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Net.Http.Headers;
using Parelmuur.Kernel.Api;

namespace Parelmuur.Web.Api;

/// <summary>What all rooms share of the API: JSON, reading from other sites, the rate limit, the documentation.</summary>
internal static class ApiSetup
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddApi(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<JsonOptions>(json => json.SerializerOptions.Converters.Add(new CamelCaseEnums()))
        .Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true)
        .AddCors(cors => cors.AddPolicy(ApiGroup.Everyone, anywhere => anywhere
            .AllowAnyOrigin()
            .WithMethods(HttpMethods.Get, HttpMethods.Head, HttpMethods.Post)
            .WithHeaders(HeaderNames.Accept, HeaderNames.ContentType, HeaderNames.IfNoneMatch)
            .WithExposedHeaders(ApiProblems.VersionHeader, HeaderNames.ETag, HeaderNames.Link, HeaderNames.RetryAfter)
            .SetPreflightMaxAge(TimeSpan.FromDays(1))))
        .AddRateLimiter(limits =>
        {
            var perMinute = ApiGroup.RequestsPerMinute(configuration);
            limits.AddPolicy(ApiGroup.Everyone, context => perMinute == 0
                ? RateLimitPartition.GetNoLimiter(IPAddress.None)
                : RateLimitPartition.GetFixedWindowLimiter(
                    Origin.Of(context), _ => new() { PermitLimit = perMinute, Window = Window }));
            limits.OnRejected = Refuse;
        })
        .AddApiDocument();

    /// <summary>Serves the documentation of the API.</summary>
    public static void MapApiDocument(this WebApplication app) =>
        app.MapOpenApi(ApiGroup.Root + "/openapi.json")
            .AllowAnonymous().RequireCors(ApiGroup.Everyone).RequireRateLimiting(ApiGroup.Everyone);

    private static ValueTask Refuse(OnRejectedContext refused, CancellationToken cancellation)
    {
        var wait = refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
        refused.HttpContext.Response.Headers.RetryAfter =
            Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return new(Problem.Of(StatusCodes.Status429TooManyRequests).WriteAsync(refused.HttpContext));
    }
}
