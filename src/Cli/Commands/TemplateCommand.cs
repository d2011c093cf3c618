using System.CommandLine;
using Parelmuur.Catalogue;

namespace Parelmuur.Cli.Commands;

/// <summary>parelmuur template spreadsheet …</summary>
internal static class TemplateCommand
{
    public static Command Make()
    {
        var to = new Argument<FileInfo>("bestand") { Description = "Waar het sjabloon komt: een naam op .xlsx of .csv." };
        to.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<FileInfo>()?.Extension.ToLowerInvariant() is not (".xlsx" or ".csv"))
                result.AddError("xlsx of csv");
        });
        var spreadsheet = new Command("spreadsheet", "Een leeg werkblad met uitleg, om oplossingen in te vullen.") { to };
        spreadsheet.SetAction(async (asked, cancellation) =>
        {
            var file = asked.GetValue(to)!;
            await using var house = await House.OpenAsync(cancellation);
            file.Directory?.Create();
            await using var stream = file.Create();
            var format = file.Extension.Equals(".csv", StringComparison.OrdinalIgnoreCase) ? SpreadsheetFormat.Csv : SpreadsheetFormat.Xlsx;
            await house.Get<ICatalogueImport>().WriteTemplateAsync(stream, format, cancellation);
            Console.WriteLine($"Het sjabloon staat in {file.FullName}");
            return CommandLine.Ok;
        });
        return new Command("template", "Maakt een sjabloon om in te vullen.") { spreadsheet };
    }
}
