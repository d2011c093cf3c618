using System.CommandLine;

namespace Parelmuur.Cli.Commands;

/// <summary>parelmuur migrate</summary>
internal static class MigrateCommand
{
    public static Command Make()
    {
        var command = new Command("migrate", "Brengt de database bij de tijd, of maakt hem. De andere commando's doen dat ook.");
        command.SetAction(async (_, cancellation) =>
        {
            var applied = await House.MigrateAsync(cancellation);
            foreach (var name in applied)
                Console.WriteLine(name);
            Console.WriteLine(applied.Count == 0 ? "De database was al bij de tijd." : "De database is nu bij de tijd.");
            return CommandLine.Ok;
        });
        return command;
    }
}
