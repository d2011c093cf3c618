using System.CommandLine;
using Parelmuur.Kernel.Backups;

namespace Parelmuur.Cli.Commands;

/// <summary>parelmuur restore and parelmuur import all: puts back what a back-up holds.</summary>
internal static class RestoreCommand
{
    private static readonly Argument<FileInfo> From = new("bestand") { Description = "De back-up." };

    /// <summary>restore: what stood in the database is put aside.</summary>
    public static Command Make() => Make(
        "restore", "Zet een back-up terug. Wat er nu staat gaat opzij en blijft. Zet eerst de site stil.", putsAside: true);

    /// <summary>import all: into an empty database.</summary>
    public static Command MakeImport() => Make(
        "all", "Alles wat export all of backup schreef, in een lege database. Ook in een andere soort: SQLite of PostgreSQL.", putsAside: false);

    private static Command Make(string name, string description, bool putsAside)
    {
        var command = new Command(name, description) { From };
        command.SetAction(async (asked, cancellation) =>
        {
            await using var backup = await ReadBackup.OpenAsync(asked.GetValue(From)!.OpenRead(), cancellation);
            Console.WriteLine(BackupCommand.Told(backup.Contents));
            var aside = await Restore.RunAsync(backup, House.Connection, putsAside, cancellation);
            if (aside is not null)
                Console.WriteLine($"Wat er stond, staat nu in {aside}. Haal het weg als alles klopt.");
            Console.WriteLine("De back-up is teruggezet. Start de site.");
            return CommandLine.Ok;
        });
        return command;
    }
}
