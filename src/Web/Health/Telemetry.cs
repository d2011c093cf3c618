using System.Diagnostics;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Parelmuur.Kernel.Modules;

namespace Parelmuur.Web.Health;

/// <summary>Sends traces, metrics and logs to a collector of the host, with OpenTelemetry (OTLP); without one nothing is gathered.</summary>
/// <remarks>
/// The settings are those of OpenTelemetry itself: OTEL_EXPORTER_OTLP_ENDPOINT and, if wanted, OTEL_EXPORTER_OTLP_PROTOCOL, …_HEADERS,
/// OTEL_SERVICE_NAME and OTEL_TRACES_SAMPLER. What people search stays out: the query of an address is not written down.
/// Nor is the path, which may hold what opens a calendar or a link in a mail: the pattern of the address stands there.
/// </remarks>
internal static class Telemetry
{
    /// <summary>The address of a collector of OpenTelemetry (OTLP), for traces, metrics and logs. The other settings of OpenTelemetry work too.</summary>
    [Setting(Otherwise = "nothing is gathered")]
    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The name of this site at the collector.</summary>
    [Setting(Default = DefaultName)]
    private const string Name = "OTEL_SERVICE_NAME";

    private const string DefaultName = "parelmuur";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration[Collector] is not { Length: > 0 })
            return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource
                .AddService(builder.Configuration[Name] ?? DefaultName, serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3)))
            .WithMetrics(metrics => metrics
                .AddMeter(SiteMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql")
                .AddOtlpExporter())
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation(web => web.EnrichWithHttpResponse = NameRoute).AddSource("Npgsql").AddOtlpExporter())
            .WithLogging(logs => logs.AddOtlpExporter(), options => (options.IncludeScopes, options.IncludeFormattedMessage) = (false, true));
    }

    private static void NameRoute(Activity trace, HttpResponse response)
    {
        trace.SetTag("url.path", (response.HttpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "");
        trace.SetTag("url.query", null);
    }
}
