using Parelmuur.Catalogue;

namespace Parelmuur.Cli;

/// <summary>Shows on the screen how far an import is, the first lines that somebody must see, and the end result.</summary>
internal sealed class ImportScreen : IProgress<ImportProgress>
{
    private const int ShownOfEach = 10;

    private readonly Dictionary<ImportOutcome, int> shown = [];
    private long lastTenth = -1;

    public void Report(ImportProgress value)
    {
        var text = $"{value.Done:N0} van {value.Total:N0} regels verwerkt";
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write($"\r{text}");
        }
        else if (value.Done * 10 / Math.Max(1, value.Total) is var tenth && tenth != lastTenth)
        {
            lastTenth = tenth;
            Console.Error.WriteLine(text);
        }
    }

    public void Show(ImportLine line)
    {
        if (line.Outcome is ImportOutcome.Added or ImportOutcome.Changed or ImportOutcome.Unchanged)
            return;
        var count = shown[line.Outcome] = shown.GetValueOrDefault(line.Outcome) + 1;
        if (count > ShownOfEach)
            return;
        var where = line.Row > 0 ? $"regel {line.Row}" : "bron";
        Console.WriteLine($"{(Console.IsErrorRedirected ? "" : "\r")}{Word(line.Outcome)} ({where}) {Clean(line.Title)}: {Clean(line.Message)}");
        if (count == ShownOfEach)
            Console.WriteLine($"{Word(line.Outcome)}: de rest staat in het verslag (--report bestand.csv).");
    }

    public static void ShowEnd(ImportReport report, FileInfo? file)
    {
        if (!Console.IsErrorRedirected)
            Console.Error.WriteLine();
        Console.WriteLine();
        Console.WriteLine($"Bron: {report.Source}, {report.Date:d MMMM yyyy}");
        Console.WriteLine(
            $"{report.Read:N0} regels gelezen in {report.Duration.TotalSeconds:N1} seconden: {report.Rate:N0} per seconde");
        foreach (var outcome in Enum.GetValues<ImportOutcome>())
            Console.WriteLine($"  {Word(outcome),-24}{report[outcome],10:N0}");
        Console.WriteLine($"Nieuwe oplossingen: {report.Solutions:N0}. Nieuw gebruik: {report.Uses:N0}.");
        if (file is not null)
            Console.WriteLine($"Het hele verslag staat in {file.FullName}");
    }

    private static string Word(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Added => "toegevoegd",
        ImportOutcome.Changed => "gewijzigd",
        ImportOutcome.Unchanged => "ongewijzigd",
        ImportOutcome.Refused => "geweigerd",
        ImportOutcome.Cleaned => "schoongemaakt",
        ImportOutcome.Unmatched => "organisatie onbekend",
        _ => "lijkt op elkaar",
    };

    // What a source says must not steer the terminal.
    private static string Clean(string text) => string.Concat(text.Where(letter => !char.IsControl(letter)));
}
