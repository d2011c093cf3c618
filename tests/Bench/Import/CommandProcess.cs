using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Parelmuur.Bench.Pages;

namespace Parelmuur.Bench.Import;

/// <summary>Runs script/parelmuur's program once and measures the process.</summary>
internal static partial class CommandProcess
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(20);

    public static async Task<CommandRun> RunAsync(TempFolder folder, params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "../../Cli/release/Parelmuur.Cli.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = folder.Path, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment = { ["ConnectionStrings__Parelmuur"] = folder.Connection },
        };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var measuring = MeasureAsync(process);
        await process.WaitForExitAsync();
        var seconds = watch.Elapsed.TotalSeconds;
        var (peak, work) = await measuring;
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', arguments)}: {await output}{await error}");
        var reported = Reported().Match(await output).Groups["seconds"];
        return new(
            seconds, work, peak, reported.Success ? double.Parse(reported.Value.Replace(',', '.'), CultureInfo.InvariantCulture) : seconds, await output);
    }

    // The system keeps the peak itself; what is lost is only the work after the last look.
    private static async Task<(double Megabytes, double Work)> MeasureAsync(Process process)
    {
        var (peak, work) = (0d, 0d);
        while (!process.HasExited)
        {
            try
            {
                peak = File.ReadLines($"/proc/{process.Id}/status").Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
                    .Select(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024)
                    .FirstOrDefault(peak);
                work = process.TotalProcessorTime.TotalSeconds;
            }
            catch (Exception error) when (error is IOException or InvalidOperationException)
            {
                // It ended between the question and the answer.
            }

            await Task.Delay(Beat);
        }

        return (peak, work);
    }

    [GeneratedRegex(@"gelezen in (?<seconds>[\d.,]+) seconden", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reported();
}

/// <summary>What a run took: by the clock, start included; in processor time; at its peak; and as its report says.</summary>
internal sealed record CommandRun(double Seconds, double ProcessorSeconds, double PeakMegabytes, double ReportedSeconds, string Output);
