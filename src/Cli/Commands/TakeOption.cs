using System.CommandLine;

namespace Parelmuur.Cli.Commands;

/// <summary>--take: how many to show.</summary>
internal static class TakeOption
{
    public static Option<int> Make()
    {
        var take = new Option<int>("--take")
        {
            Description = "Hoeveel er hoogstens getoond worden (1 tot 100). Anders 10.", HelpName = "aantal", DefaultValueFactory = _ => 10,
        };
        // On the option itself: a command is validated before its options have their defaults.
        take.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() is (< 1 or > 100))
                result.AddError("--take");
        });
        return take;
    }
}
