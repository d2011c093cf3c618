using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Parelmuur.Web.Health;

/// <summary>What a proxy or a cluster asks: whether this node lives, and whether it may get visitors.</summary>
/// <remarks>
/// A database that is away does not make a node unready: then all nodes would go at once, while they can still show what is kept in
/// memory. It is told as a reason instead, for whoever watches.
/// </remarks>
internal static class HealthEndpoints
{
    /// <summary>The addresses.</summary>
    public const string Live = "/health/live", Ready = "/health/ready";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<Drain>().AddHostedService(provider => provider.GetRequiredService<Drain>());
        services.AddHealthChecks()
            .AddCheck<DrainCheck>("node", timeout: Patience)
            .AddCheck<DatabaseCheck>("database", timeout: Patience)
            .AddCheck<ReplicaCheck>("replica", timeout: Patience)
            .AddCheck<ReadersCheck>("ledger", timeout: Patience)
            .AddCheck<MailCheck>("mail", HealthStatus.Degraded, timeout: Patience)
            .AddCheck<DiskCheck>("disk", timeout: Patience)
            .AddCheck<ScannerCheck>("scanner", HealthStatus.Degraded, timeout: Patience);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks(Live, new() { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        routes.MapHealthChecks(Ready, new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    /// <summary>While the site starts: it lives, and is not ready.</summary>
    public static void UseHealthOfStart(this IApplicationBuilder app)
    {
        app.Map(Live, live => live.Run(context => WriteAsync(context, new(new Dictionary<string, HealthReportEntry>(), TimeSpan.Zero))));
        app.Map(Ready, ready => ready.Run(context =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            var starting = new HealthReportEntry(HealthStatus.Unhealthy, "This node is starting.", TimeSpan.Zero, exception: null, data: null);
            return WriteAsync(context, new(new Dictionary<string, HealthReportEntry> { ["node"] = starting }, TimeSpan.Zero));
        }));
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(JsonSerializer.Serialize(
            new Told(
                Name(report.Status),
                report.Entries.ToDictionary(each => each.Key, each => new ToldCheck(Name(each.Value.Status), each.Value.Description))),
            JsonSerializerOptions.Web), context.RequestAborted);
    }

    private static string Name(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ok",
        HealthStatus.Degraded => "trouble",
        _ => "no",
    };

    private sealed record Told(string Status, IReadOnlyDictionary<string, ToldCheck> Checks);

    private sealed record ToldCheck(string Status, string? Reason);
}
