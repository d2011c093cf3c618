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
    public static Task<double> RunAsync(string url, int seconds) =>
        RateAsync(["-t1", $"-c{Connections}", $"-d{seconds}s", url]);

    /// <summary>Requests per second over many addresses, one after the other.</summary>
    public static async Task<double> RunManyAsync(string address, IEnumerable<string> paths, int seconds)
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
            return await RateAsync(["-t1", $"-c{Connections}", $"-d{seconds}s", "-s", script, address]);
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static async Task<double> RateAsync(IEnumerable<string> arguments)
    {
        using var wrk = Process.Start(new ProcessStartInfo("/usr/bin/wrk", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (output.Contains("Non-2xx", StringComparison.Ordinal))
            Console.WriteLine($"Let op, niet elk antwoord was goed: {output[output.IndexOf("Non-2xx", StringComparison.Ordinal)..].Trim()}");
        return double.Parse(Rate().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();
}
