using System.CommandLine;
using System.CommandLine.Invocation;

namespace Parelmuur.Cli;

/// <summary>Explains a command in Dutch.</summary>
internal sealed class DutchHelp : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine($"  {PathOf(command)}{Shape(command)}");
        Section(output, "Commando's", command.Subcommands.Select(each => (each.Name, each.Description)));
        Section(output, "Wat u opgeeft", command.Arguments.Select(each => ($"<{each.Name}>", each.Description)));
        Section(output, "Keuzes", command.Options.Where(each => !each.Hidden).Select(each =>
            (each.ValueType == typeof(bool) || each.Arity.MaximumNumberOfValues == 0 ? each.Name : $"{each.Name} <{each.HelpName ?? "waarde"}>", each.Description)));
        return CommandLine.Ok;
    }

    /// <summary>The command with those above it, as one types it.</summary>
    public static string PathOf(Command command)
    {
        var above = command.Parents.OfType<Command>().FirstOrDefault();
        return above is null ? "parelmuur" : $"{PathOf(above)} {command.Name}";
    }

    private static string Shape(Command command)
    {
        var shape = command.Subcommands.Count > 0 ? " <commando>" : "";
        foreach (var argument in command.Arguments)
            shape += argument.Arity.MinimumNumberOfValues == 0 ? $" [<{argument.Name}>]" : $" <{argument.Name}>";
        return shape + (command.Options.Count > 0 ? " [keuzes]" : "");
    }

    private static void Section(TextWriter output, string title, IEnumerable<(string Name, string? Text)> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
            return;
        var width = all.Max(line => line.Name.Length) + 3;
        output.WriteLine();
        output.WriteLine($"{title}:");
        foreach (var (name, text) in all)
            output.WriteLine($"  {name.PadRight(width)}{text}");
    }
}
