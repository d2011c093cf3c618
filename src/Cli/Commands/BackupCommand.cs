using System.CommandLine;
using System.Globalization;
using Parelmuur.Kernel.Backups;

namespace Parelmuur.Cli.Commands;

/// <summary>parelmuur backup and parelmuur export all: everything that a site keeps in one file, while it runs.</summary>
internal static class BackupCommand
{
    private const string Prefix = "parelmuur-", Ending = ".zip";

    private static readonly Argument<string> Folder = new("map") { Description = "De map waarin de back-up komt, met dag en tijd (UTC) in zijn naam." };

    private static readonly Option<int?> Keep = new("--keep")
    {
        Description = "Zoveel back-ups blijven in de map; oudere gaan weg.", HelpName = "aantal",
    };

    /// <summary>backup: into a folder, with the moment in its name; older ones go.</summary>
    public static Command Make()
    {
        Keep.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1)
                result.AddError("minstens 1");
        });
        var command = new Command("backup", "Maakt een back-up van alles, terwijl de site doorgaat. Zet hem terug met restore.") { Folder, Keep };
        command.SetAction(async (asked, cancellation) =>
        {
            var folder = Directory.CreateDirectory(asked.GetValue(Folder)!);
            var name = $"{Prefix}{TimeProvider.System.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}{Ending}";
            await WriteAsync(new(Path.Combine(folder.FullName, name)), cancellation);
            if (asked.GetValue(Keep) is { } kept)
                RemoveOlder(folder, kept);
            return CommandLine.Ok;
        });
        return command;
    }

    /// <summary>export all: the same, to a file.</summary>
    public static Command MakeExport()
    {
        var to = new Argument<FileInfo>("bestand") { Description = "Waar het komt: een zip-bestand." };
        var command = new Command("all", "Alles wat de site bewaart, ook wat niet openbaar is. Om te verhuizen: zie import all.") { to };
        command.SetAction(async (asked, cancellation) =>
        {
            await WriteAsync(asked.GetValue(to)!, cancellation);
            return CommandLine.Ok;
        });
        return command;
    }

    private static async Task WriteAsync(FileInfo file, CancellationToken cancellation)
    {
        await using var house = await House.OpenUnchangedAsync(cancellation);
        file.Directory?.Create();
        var unfinished = file.FullName + ".deel";
        try
        {
            // Passwords and keys stand in it, so nobody else may read it.
            var mine = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
            if (!OperatingSystem.IsWindows())
                mine.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using (var stream = new FileStream(unfinished, mine))
            {
                await house.Get<WriteBackup>().RunAsync(stream, cancellation);
                stream.Flush(flushToDisk: true);
            }

            // A back-up that cannot be read is none.
            await using (var written = await ReadBackup.OpenAsync(File.OpenRead(unfinished), cancellation))
                Console.WriteLine($"{Told(written.Contents)}");
            File.Move(unfinished, file.FullName, overwrite: true);
            Console.WriteLine($"De back-up staat in {file.FullName}. Er staan wachtwoorden en sleutels in: bewaar hem veilig.");
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>What stands in a back-up, in one line.</summary>
    public static string Told(BackupContents contents) =>
        $"{contents.Tables.Count} tabellen, {contents.Rows:N0} rijen en {contents.Files:N0} bestanden"
        + (contents.Until is { } until ? $", tot en met {until:d MMMM yyyy HH:mm:ss} (UTC)." : ".");

    private static void RemoveOlder(DirectoryInfo folder, int kept)
    {
        foreach (var old in folder.GetFiles($"{Prefix}????????-??????{Ending}").OrderByDescending(file => file.Name, StringComparer.Ordinal).Skip(kept))
        {
            old.Delete();
            Console.WriteLine($"Weggehaald: {old.Name}");
        }
    }
}
