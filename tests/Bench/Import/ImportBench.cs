using System.Globalization;
using Parelmuur.Bench.Pages;

namespace Parelmuur.Bench.Import;

/// <summary>How fast an import of generated register entries goes into SQLite, with the command that people use.</summary>
/// <remarks>
/// Each run is a process of its own. The rate is the one of the report; beside it the processor time of the whole
/// process, start included, which does not change when the machine has more to do.
/// </remarks>
internal static class ImportBench
{
    private const int Budget = 2_000;

    public static async Task RunAsync(string[] args)
    {
        if (args is ["large", ..])
        {
            await LargeFile.RunAsync(args[1..]);
            return;
        }

        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "register.json");
        var register = new GeneratedRegister(count);
        await register.WriteAsync(path);
        await CommandProcess.RunAsync(folder, "migrate");

        Table.Head($"Import, {count:N0} entries", "run", "entries/s", "budget", "a CPU s", "seconds", "CPU s", "peak MB", "");
        await PrintAsync(folder, path, count, "first");
        await PrintAsync(folder, path, count, "second, nothing changed");
        register.ChangeTenth();
        await register.WriteAsync(path);
        await PrintAsync(folder, path, count, "third, a tenth changed");
    }

    private static async Task PrintAsync(TempFolder folder, string path, int count, string name)
    {
        var run = await CommandProcess.RunAsync(folder, "import", "algoritmeregister", path);
        var rate = count / run.ReportedSeconds;
        Table.Row(
            name, $"{rate:N0}", $"≥ {Budget:N0}", $"{count / run.ProcessorSeconds:N0}", $"{run.Seconds:0.0}", $"{run.ProcessorSeconds:0.0}", $"{run.PeakMegabytes:0}",
            rate >= Budget ? "ok" : "FALLS SHORT");
    }
}
