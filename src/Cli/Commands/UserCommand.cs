using System.CommandLine;
using Parelmuur.Accounts;
using Parelmuur.Kernel.Modules;

namespace Parelmuur.Cli.Commands;

/// <summary>parelmuur user …</summary>
internal static class UserCommand
{
    public static Command Make() => new("user", "Maakt accounts zonder de site.") { CreateManager() };

    private static Command CreateManager()
    {
        var name = new Option<string>("--name") { Description = "Voor- en achternaam.", Required = true };
        var email = new Option<string>("--email") { Description = "E-mailadres om mee in te loggen.", Required = true };
        var command = new Command(
            "create-manager", "Maakt een platformbeheerder, en toont een link om een wachtwoord te kiezen.") { name, email };
        command.SetAction(async (asked, cancellation) =>
        {
            await using var house = await House.OpenAsync(cancellation);
            if (await house.Get<IFirstManager>().MakeAsync(asked.GetValue(name)!, asked.GetValue(email)!, cancellation) is not { } link)
            {
                Console.WriteLine("Dit adres had al een account. Het is nu van een platformbeheerder.");
                return CommandLine.Ok;
            }

            Console.WriteLine(link);
            await Console.Error.WriteLineAsync("De link werkt één dag en één keer. Geef hem alleen aan deze persoon.");
            if (House.Settings[SiteAddress.Setting] is not { Length: > 0 })
                await Console.Error.WriteLineAsync($"Stel {SiteAddress.Setting} in, of zet zelf het adres van de site voor de link.");
            return CommandLine.Ok;
        });
        return command;
    }
}
