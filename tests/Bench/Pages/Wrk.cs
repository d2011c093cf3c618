using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Parelmuur.Bench.Pages;

/// <summary>The load generator.</summary>
internal static partial class Wrk
{
    private const int Connections = 8;

    public static bool IsInstalled => File.Exists("/usr/bin/wrk");

    /// <summary>Requests per second of one address.</summary>
    public static async Task<double> RunAsync(string url, int seconds, string? cookie = null) =>
        Rate(await AnswerAsync(["-t1", $"-c{Connections}", $"-d{seconds}s", .. Header(cookie), url]));

    /// <summary>Requests per second over many addresses, one after the other.</summary>
    public static async Task<double> RunManyAsync(string address, IEnumerable<string> paths, int seconds) =>
        Rate(await ManyAsync(address, paths, ["-t1", $"-c{Connections}", $"-d{seconds}s"]));

    /// <summary>How many milliseconds half of the requests take at most, of one caller who asks many addresses.</summary>
    public static async Task<double> MedianAsync(string address, IEnumerable<string> paths, int seconds, string? cookie = null) =>
        Milliseconds("50%", await ManyAsync(address, paths, ["-t1", "-c1", "--latency", $"-d{seconds}s", .. Header(cookie)]));

    /// <summary>How many milliseconds half, and 99 of 100, of the requests take at most, of eight callers at once.</summary>
    public static async Task<(double Half, double NearlyAll)> LatencyAsync(string address, IEnumerable<string> paths, int seconds)
    {
        var output = await ManyAsync(address, paths, ["-t1", $"-c{Connections}", "--latency", $"-d{seconds}s"]);
        return (Milliseconds("50%", output), Milliseconds("99%", output));
    }

    private static double Milliseconds(string share, string output)
    {
        var found = LatencyLine().Matches(output).First(line => line.Groups[3].Value == share);
        var value = double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture);
        return found.Groups[2].Value switch { "us" => value / 1_000, "s" => value * 1_000, _ => value };
    }

    private static async Task<string> ManyAsync(string address, IEnumerable<string> paths, IEnumerable<string> arguments)
    {
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, $$"""
            local paths = { {{string.Join(", ", paths.Select(path => $"\"{path}\""))}} }
            local at = 0
            request = function()
              at = at % #paths + 1
              return wrk.format("GET", paths[at])
            end
            """);
        try
        {
            return await AnswerAsync([.. arguments, "-s", script, address]);
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static async Task<string> AnswerAsync(IEnumerable<string> arguments)
    {
        using var wrk = Process.Start(new ProcessStartInfo("/usr/bin/wrk", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (output.Contains("Non-2xx", StringComparison.Ordinal))
            Console.WriteLine($"Let op, niet elk antwoord was goed: {output[output.IndexOf("Non-2xx", StringComparison.Ordinal)..].Trim()}");
        return output;
    }

    private static string[] Header(string? cookie) => cookie is null ? [] : ["-H", $"Cookie: {cookie}"];

    private static double Rate(string output) => double.Parse(RateLine().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex RateLine();

    [GeneratedRegex(@"(?<3>\d+%)\s+(?<1>[\d.]+)(?<2>us|ms|s)")]
    private static partial Regex LatencyLine();
}
