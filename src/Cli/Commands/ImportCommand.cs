using System.CommandLine;
using Parelmuur.Catalogue;

namespace Parelmuur.Cli.Commands;

/// <summary>parelmuur import …</summary>
internal static class ImportCommand
{
    private static readonly Option<FileInfo?> Report = new("--report")
    {
        Description = "Schrijft elke regel van het verslag in dit bestand: .csv of .json.", HelpName = "bestand",
    };

    private static readonly Option<DateOnly?> Date = new("--date")
    {
        Description = "De dag van de bron, als 2026-08-08. Anders de nieuwste dag die erin staat.", HelpName = "dag",
    };

    private static readonly Option<string?> Name = new("--name")
    {
        Description = "De naam waaronder het werkblad bewaard wordt. Anders de naam van het bestand.", HelpName = "naam",
    };

    public static Command Make()
    {
        Report.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<FileInfo?>()?.Extension.ToLowerInvariant() is not (null or ".csv" or ".json"))
                result.AddError("csv of json");
        });
        return new Command("import", "Haalt oplossingen uit een andere bron. Nog eens importeren kan altijd.")
        {
            Make(
                ImportFormat.AlgorithmRegister, "algoritmeregister",
                "Het Algoritmeregister: één oplossing per titel, met de organisaties die haar gebruiken.",
                new Argument<string>("bron") { Description = "Een JSON-bestand of een adres (http of https)." }),
            Make(
                ImportFormat.PublicCode, "publiccode", "Open software die zich beschrijft in publiccode.yml.",
                new Argument<string[]>("bron") { Description = "Een bestand, een map, adressen, of een .txt met een adres per regel.", Arity = ArgumentArity.OneOrMore }),
            Make(
                ImportFormat.Spreadsheet, "spreadsheet", "Een werkblad naar het sjabloon (zie: parelmuur template spreadsheet).",
                new Argument<string>("bron") { Description = "Een bestand of adres: .xlsx of .csv." },
                Name),
            Make(
                ImportFormat.Gemma, "gemma", "Componenten van GEMMA met hun standaarden.",
                new Argument<string>("bron") { Description = "gemma-elementen.jsonl; de relaties staan ernaast." }),
            RestoreCommand.MakeImport(),
        };
    }

    private static Command Make(ImportFormat format, string name, string description, Argument from, params Option[] more)
    {
        var command = new Command(name, description) { from, Report, Date };
        foreach (var option in more)
            command.Options.Add(option);
        command.SetAction((asked, cancellation) => RunAsync(
            new ImportRequest(format, from is Argument<string[]> several ? asked.GetValue(several)! : [asked.GetValue((Argument<string>)from)!])
            {
                Date = asked.GetValue(Date),
                Name = more.Contains(Name) ? asked.GetValue(Name) : null,
            },
            asked.GetValue(Report),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ImportRequest request, FileInfo? reportFile, CancellationToken cancellation)
    {
        await using var house = await House.OpenAsync(cancellation);
        using var file = reportFile is null ? null : ReportFile.Create(reportFile);
        var screen = new ImportScreen();
        var report = await house.Get<ICatalogueImport>().RunAsync(
            request with
            {
                OnLine = line =>
                {
                    screen.Show(line);
                    file?.Add(line);
                },
            },
            screen,
            cancellation);
        ImportScreen.ShowEnd(report, reportFile);
        return report.Read > 0 && report[ImportOutcome.Refused] == report.Read ? CommandLine.Failed : CommandLine.Ok;
    }
}
