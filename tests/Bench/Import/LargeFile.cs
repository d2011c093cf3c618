using System.Globalization;
using System.Text;
using Parelmuur.Bench.Pages;

namespace Parelmuur.Bench.Import;

/// <summary>Peak memory of imports of files that are larger than memory should be: as JSON, JSON Lines and CSV.</summary>
/// <remarks>
/// A file has some thousand good rows, and is for the rest one row too long to keep after another: each is refused and
/// none may be held. The budget is what an import of ten thousand ordinary rows takes, see <see cref="ImportBench"/>.
/// </remarks>
internal static class LargeFile
{
    private const int GoodRows = 2_000, RowMegabytes = 20, Megabyte = 1_000_000;
    private const double MostMegabytes = 300;

    public static async Task RunAsync(string[] args)
    {
        var megabytes = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 2_000;
        Table.Head($"Import of {megabytes:N0} MB", "format", "MB/s", "peak MB", "at most", "");
        await PrintAsync("JSON", "algoritmeregister", "groot.json", megabytes, new(
            "{\"algoritmes\": [", number => $"{{\"id\": \"{number}\", \"title\": \"Titel {number}\", \"doel\": \"", "\"}", ",", "]}"));
        await PrintAsync("JSON Lines", "gemma", "groot.jsonl", megabytes, new(
            "", number => $"{{\"id\": \"{number}\", \"naam\": \"Titel {number}\", \"eigenschappen\": {{\"GEMMA type\": \"Standaard\"}}, \"beschrijving\": \"", "\"}", "\n", ""));
        await PrintAsync("CSV", "spreadsheet", "groot.csv", megabytes, new(
            "Titel;Belofte;Wat is er gedaan\n", number => $"Titel {number};Het helpt.;", "", "\n", ""));
    }

    private static async Task PrintAsync(string name, string command, string fileName, int megabytes, Shape shape)
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, fileName);
        await WriteAsync(path, megabytes, shape);
        await CommandProcess.RunAsync(folder, "migrate");
        var run = await CommandProcess.RunAsync(folder, "import", command, path);
        Table.Row(
            name, $"{megabytes / run.Seconds:N0}", $"{run.PeakMegabytes:0}", $"≤ {MostMegabytes:0}",
            run.PeakMegabytes <= MostMegabytes ? "ok" : "FALLS SHORT");
    }

    private static async Task WriteAsync(string path, int megabytes, Shape shape)
    {
        var filler = new byte[Megabyte];
        filler.AsSpan().Fill((byte)'x');
        await using var file = File.Create(path);
        await file.WriteAsync(Encoding.UTF8.GetBytes(shape.Begin));
        for (var number = 0; file.Length < (long)megabytes * Megabyte; number++)
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes((number > 0 ? shape.Between : "") + shape.Row(number)));
            for (var part = 0; part < (number < GoodRows ? 0 : RowMegabytes); part++)
                await file.WriteAsync(filler);
            await file.WriteAsync(Encoding.UTF8.GetBytes(shape.EndOfRow));
        }

        await file.WriteAsync(Encoding.UTF8.GetBytes(shape.End));
    }

    /// <summary>How a format writes rows of which the last text may be as long as it takes.</summary>
    private sealed record Shape(string Begin, Func<int, string> Row, string EndOfRow, string Between, string End);
}
