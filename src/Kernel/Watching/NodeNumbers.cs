using System.Diagnostics.Metrics;
using Parelmuur.Kernel.Modules;

namespace Parelmuur.Kernel.Watching;

/// <summary>Listens to the numbers of this node, so that a page can show them without a collector.</summary>
/// <remarks>The numbers are those that OpenTelemetry would get too; of an address only the pattern is kept.</remarks>
public sealed class NodeNumbers : IDisposable
{
    private const string Hosting = "Microsoft.AspNetCore.Hosting", Duration = "http.server.request.duration";
    private static readonly string[] Machines = ["health/", ".well-known/", "assets/"];

    private readonly MeterListener listener = new();
    private readonly UsageCounter usage;

    /// <summary>Begins to listen.</summary>
    /// <param name="time">Tells the minute.</param>
    /// <param name="meters">Those of this site; another in the same process has its own.</param>
    /// <param name="usage">Counts what was asked.</param>
    public NodeNumbers(TimeProvider time, IMeterFactory meters, UsageCounter usage)
    {
        this.usage = usage;
        (Requests, Searches, Started) = (new(time), new(time), time.GetUtcNow());
        listener.InstrumentPublished = (instrument, to) =>
        {
            if (instrument.Name == SiteMeter.SearchDuration
                || (instrument.Name == Duration && instrument.Meter.Name == Hosting && instrument.Meter.Scope == meters))
                to.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>(Heard);
        listener.Start();
    }

    /// <summary>The requests; those that ended in an error of the site stand apart.</summary>
    public LastHour Requests { get; }

    /// <summary>The searches and checks; those that found nothing stand apart.</summary>
    public LastHour Searches { get; }

    /// <summary>When this node started.</summary>
    public DateTimeOffset Started { get; }

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    private void Heard(Instrument instrument, double seconds, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        if (instrument.Name == SiteMeter.SearchDuration)
        {
            Searches.Add(seconds, mark: Find(tags, "found") is false);
            return;
        }

        var status = Find(tags, "http.response.status_code") as int? ?? 0;
        Requests.Add(seconds, mark: status >= 500);
        if (status == 200 && Find(tags, "http.request.method") is "GET" && Find(tags, "http.route") is string route && !IsForMachines(route))
            usage.Count(route);
    }

    // Proxies ask for health, and each page for its stylesheet.
    private static bool IsForMachines(string route) =>
        Machines.Any(start => route.AsSpan().TrimStart('/').StartsWith(start, StringComparison.Ordinal));

    private static object? Find(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name)
    {
        foreach (var tag in tags)
        {
            if (tag.Key == name)
                return tag.Value;
        }

        return null;
    }
}
