using System.CommandLine;
using System.CommandLine.Help;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.Backups;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Cli;

/// <summary>Runs a command: Dutch help and messages, and an exit code that scripts can trust.</summary>
internal static class CommandLine
{
    /// <summary>What the process answers: it worked, it did not, it was asked in the wrong way.</summary>
    public const int Ok = 0, Failed = 1, WrongUse = 2, Stopped = 130;

    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Description = "Toont deze uitleg.";
            option.Action = new DutchHelp();
        }

        foreach (var option in root.Options.OfType<VersionOption>())
            option.Description = "Toont de versie.";

        var asked = root.Parse(args.Length == 0 ? ["--help"] : args);
        if (asked.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync(
                $"Dit klopt niet: parelmuur {string.Join(' ', args)}\nZie hoe het wel moet: {DutchHelp.PathOf(asked.CommandResult.Command)} --help");
            return WrongUse;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        try
        {
            return await asked.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("\nGestopt. Wat al opgeslagen was, blijft. Start opnieuw om verder te gaan.");
            return Stopped;
        }
        catch (Exception error) when (Explain(error) is { } message)
        {
            await Console.Error.WriteLineAsync(message);
            return Failed;
        }
    }

    private static string? Explain(Exception error) => error switch
    {
        ImportFault or RuleViolation or BackupFault => error.Message,
        OptionsValidationException wrong => string.Join(Environment.NewLine, wrong.Failures),
        SqliteException => $"De database is niet te gebruiken. {error.Message}",
        NpgsqlException => $"De database antwoordt niet. {error.Message}",
        UnauthorizedAccessException or IOException => $"Een bestand is niet te lezen of te schrijven. {error.Message}",
        _ when error.InnerException is { } inner => Explain(inner),
        _ => null,
    };
}
