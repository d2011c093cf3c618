using System.Diagnostics;
using System.Globalization;
using Parelmuur.Bench.Pages;

namespace Parelmuur.Bench.Load;

/// <summary>People who read, search and write, each the next request as soon as the last was answered.</summary>
/// <param name="nodes">The nodes, of which each request asks the next.</param>
/// <param name="slugs">The solutions that are read.</param>
/// <param name="municipalities">The municipalities that are read.</param>
/// <param name="writers">Who write, one comment at a time each; at least one for each caller that does.</param>
internal sealed class Traffic(
    IReadOnlyList<HttpClient> nodes, IReadOnlyList<string> slugs, IReadOnlyList<string> municipalities, IReadOnlyList<Writer> writers)
{
    private static readonly string[] Searches = [.. Paths.Searches("/zoeken?q=")], Walls = [.. Paths.Walls()];

    private readonly Lock gate = new();
    private readonly Dictionary<string, List<double>> milliseconds = [];
    private readonly Dictionary<string, int> wrong = [];
    private int asked, written, answered;

    /// <summary>How many answers were not good, and which.</summary>
    public string Wrong => wrong.Count == 0 ? "0" : string.Join(", ", wrong.Select(each => $"{each.Value}× {each.Key}"));

    /// <summary>How many requests were answered.</summary>
    public int Answered => milliseconds.Values.Sum(each => each.Count);

    /// <summary>Lets so many callers go on, until so much time is over and so many requests were answered.</summary>
    public async Task RunAsync(int callers, TimeSpan time, double searching, double writing, int atLeast = 0)
    {
        var end = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
#pragma warning disable CA5394 // The same seed gives the same traffic in every run.
            var chance = new Random(caller);
            while (end.Elapsed < time || Volatile.Read(ref answered) < atLeast)
            {
                var what = chance.NextDouble();
                var (kind, path) = what < writing ? ("write", "") : what < writing + searching ? ("search", Any(Searches, chance)) : Page(chance);
                var began = Stopwatch.GetTimestamp();
                var trouble = kind == "write" ? await WriteAsync(writers[caller % writers.Count]) : await GetAsync(path);
                Note(kind, Stopwatch.GetElapsedTime(began).TotalMilliseconds, trouble);
            }
#pragma warning restore CA5394
        })));
    }

    /// <summary>How long part of the requests of a kind took at most, as text; "–" when there were none.</summary>
    /// <param name="kind">"home", "wall", "municipality", "solution", "search" or "write"; null for all.</param>
    /// <param name="part">From 0 to 1.</param>
    public string Time(string? kind, double part)
    {
        var times = milliseconds.Where(each => kind is null || each.Key == kind).SelectMany(each => each.Value).Order().ToList();
        return times.Count == 0 ? "–" : $"{times[(int)Math.Ceiling(part * times.Count) - 1]:0} ms";
    }

#pragma warning disable CA5394
    private static string Any(IReadOnlyList<string> of, Random chance) => of[chance.Next(of.Count)];

    // Most people read solutions; some walk along the wall or look up a municipality.
    private (string Kind, string Path) Page(Random chance) => chance.Next(10) switch
    {
        0 => ("home", "/"),
        1 or 2 => ("wall", Any(Walls, chance)),
        3 or 4 => ("municipality", $"/gemeenten/{Any(municipalities, chance)}"),
        _ => ("solution", $"/oplossingen/{Any(slugs, chance)}"),
    };
#pragma warning restore CA5394

    // Each gives what was wrong with the answer, if anything.
    private async Task<string?> GetAsync(string path)
    {
        var node = nodes[Interlocked.Increment(ref asked) % nodes.Count];
        using var answer = await node.GetAsync(path);
        await answer.Content.CopyToAsync(Stream.Null);
        // A page of the wall after the last one leads back to the wall.
        return answer.StatusCode < System.Net.HttpStatusCode.BadRequest ? null : $"{(int)answer.StatusCode} on {path}";
    }

    private async Task<string?> WriteAsync(Writer writer) => await writer.PlaceAsync(string.Create(
        CultureInfo.InvariantCulture, $"Bij ons werkt het zo, nummer {Interlocked.Increment(ref written)} van deze meting.")) ? null : "write";

    private void Note(string kind, double took, string? trouble)
    {
        lock (gate)
        {
            if (!milliseconds.TryGetValue(kind, out var times))
                milliseconds[kind] = times = [];
            times.Add(took);
            answered++;
            if (trouble is not null)
                wrong[trouble] = wrong.GetValueOrDefault(trouble) + 1;
        }
    }
}
