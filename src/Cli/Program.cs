using System.CommandLine;
using System.Globalization;
using Parelmuur.Cli;
using Parelmuur.Cli.Commands;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture =
    CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo("nl-NL");

var root = new RootCommand("Parelmuur: gemeenten vinden, delen en gebruiken elkaars oplossingen.")
{
    ImportCommand.Make(),
    TemplateCommand.Make(),
    CheckCommand.Make(),
    SearchCommand.Make(),
    ExportCommand.Make(),
    BackupCommand.Make(),
    RestoreCommand.Make(),
    ReorganiseCommand.Make(),
    MigrateCommand.Make(),
    ReadyCommand.Make(),
    UserCommand.Make(),
};
return await CommandLine.RunAsync(root, args);
