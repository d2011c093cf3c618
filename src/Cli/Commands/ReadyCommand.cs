using System.CommandLine;

namespace Parelmuur.Cli.Commands;

/// <summary>parelmuur ready: for who watches over a node from inside its container, where no other program can ask.</summary>
internal static class ReadyCommand
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(8);

    private static readonly Argument<string> Site = new("adres") { Description = "Waar de site luistert, zoals http://localhost:8080." };

    public static Command Make()
    {
        var command = new Command("ready", "Vraagt aan een site of zij bezoekers aankan. Eindigt met 0 als dat zo is.") { Site };
        Site.AcceptOnlyAddresses();
        command.SetAction(async (asked, cancellation) =>
        {
            using var client = new HttpClient { BaseAddress = new Uri(asked.GetRequiredValue(Site)), Timeout = AtMost };
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellation);
                Console.WriteLine(await answer.Content.ReadAsStringAsync(cancellation));
                return answer.IsSuccessStatusCode ? CommandLine.Ok : CommandLine.Failed;
            }
            catch (Exception error) when (error is HttpRequestException || (error is OperationCanceledException && !cancellation.IsCancellationRequested))
            {
                await Console.Error.WriteLineAsync("De site antwoordt niet.");
                return CommandLine.Failed;
            }
        });
        return command;
    }

    private static void AcceptOnlyAddresses(this Argument<string> address) => address.Validators.Add(found =>
    {
        if (!Uri.TryCreate(found.GetValueOrDefault<string>(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            found.AddError("Dat is geen adres.");
    });
}
