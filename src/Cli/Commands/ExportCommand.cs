using System.CommandLine;
using Parelmuur.Catalogue;

namespace Parelmuur.Cli.Commands;

/// <summary>parelmuur export …: everything that is public, to a file or to the screen.</summary>
internal static class ExportCommand
{
    public static Command Make() => new("export", "Schrijft alles wat openbaar is naar een bestand, of naar het scherm. Of alles wat er is.")
    {
        Make(CatalogueExport.SolutionsAsJsonLines, "jsonl", "Alle oplossingen als JSON Lines: één per regel, met alles wat bekend is."),
        Make(CatalogueExport.SolutionsAsCsv, "csv", "Alle oplossingen als CSV, voor een werkblad."),
        Make(CatalogueExport.UsesAsCsv, "uses", "Wie wat gebruikt, als CSV."),
        BackupCommand.MakeExport(),
    };

    private static Command Make(CatalogueExport what, string name, string description)
    {
        var to = new Argument<FileInfo?>("bestand")
        {
            Description = "Waar het komt. Zonder bestand komt het op het scherm.", Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command(name, description) { to };
        command.SetAction(async (asked, cancellation) =>
        {
            await using var house = await House.OpenAsync(cancellation);
            await house.LoadAsync(cancellation);
            var catalogue = house.Get<ICatalogue>();
            if (asked.GetValue(to) is { } file)
            {
                await WriteAsync(catalogue, what, file, cancellation);
                await Console.Error.WriteLineAsync($"De export staat in {file.FullName}");
            }
            else
            {
                await using var screen = Console.OpenStandardOutput();
                await catalogue.ExportAsync(what, screen, cancellation);
            }

            return CommandLine.Ok;
        });
        return command;
    }

    // Beside its place first: a file by that name is always whole.
    private static async Task WriteAsync(ICatalogue catalogue, CatalogueExport what, FileInfo file, CancellationToken cancellation)
    {
        file.Directory?.Create();
        var unfinished = new FileInfo(file.FullName + ".deel");
        try
        {
            await using (var stream = unfinished.Create())
                await catalogue.ExportAsync(what, stream, cancellation);
            unfinished.MoveTo(file.FullName, overwrite: true);
        }
        finally
        {
            File.Delete(file.FullName + ".deel");
        }
    }
}
