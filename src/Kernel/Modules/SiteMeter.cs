using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Parelmuur.Kernel.Modules;

/// <summary>The few numbers that tell how a site does, for whoever listens. They hold no text and no person.</summary>
public static class SiteMeter
{
    /// <summary>The name under which these numbers are found.</summary>
    public const string Name = "Parelmuur";

    /// <summary>The name of the time that searches take.</summary>
    public const string SearchDuration = "parelmuur.search.duration";

    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Searches = Meter.CreateHistogram<double>(
        SearchDuration, "s", "How long the engine took; 'kind' is search or check, 'found' says whether there was anything.");

    private static readonly Counter<long> Jobs = Meter.CreateCounter<long>("parelmuur.jobs", "{job}", "Jobs that ran, by 'job' and 'outcome'.");

    private static readonly Counter<long> Mails = Meter.CreateCounter<long>("parelmuur.mails", "{mail}", "Mails by 'outcome': sent, later or given-up.");

    /// <summary>Does a search and remembers how long it took, when anybody listens.</summary>
    /// <param name="kind">What kind of search: "search" or "check".</param>
    /// <param name="search">Does it.</param>
    /// <param name="found">Whether there was anything.</param>
    public static T Search<T>(string kind, Func<T> search, Func<T, bool> found)
    {
        if (!Searches.Enabled)
            return search();
        var began = Stopwatch.GetTimestamp();
        var answer = search();
        Searches.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, new("kind", kind), new("found", found(answer)));
        return answer;
    }

    /// <summary>Counts a job that ran.</summary>
    public static void JobRan(string job, bool well) => Jobs.Add(1, new("job", job), new("outcome", well ? "done" : "failed"));

    /// <summary>Counts what became of a mail.</summary>
    /// <param name="outcome">"sent", "later" or "given-up".</param>
    public static void Mailed(string outcome) => Mails.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
}
