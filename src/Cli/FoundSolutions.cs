using System.Text.Encodings.Web;
using System.Text.Json;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Organisations;
using Parelmuur.Search;

namespace Parelmuur.Cli;

/// <summary>Writes what exists already that looks like a plan.</summary>
internal static class FoundSolutions
{
    private const int NamesShown = 8;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(TextWriter output, CheckReport report, IOrganisations organisations, bool asJson)
    {
        if (asJson)
        {
            output.WriteLine(JsonSerializer.Serialize(
                new { report.Words, Found = report.Found.Select(found => new
                {
                    found.Strength,
                    found.Card.Title,
                    found.Card.Promise,
                    Path = PathOf(found.Card),
                    Why = found.Why.Select(why => new { why.Asked, why.Found, How = why.How.ToString() }),
                    found.OnlyInPlan,
                    found.OnlyInSolution,
                    Users = Names(found, organisations),
                    ConfirmedUsers = found.Users.Confirmed,
                    Peers = found.Peers.Select(peer => peer.Name),
                }) },
                Json));
            return;
        }

        if (report.Found.Count == 0)
            output.WriteLine("Er is niets gevonden dat hierop lijkt. Beschrijf het plan eens in andere of meer woorden.");
        foreach (var found in report.Found)
            Write(output, found, organisations);
    }

    /// <summary>The address of a solution from the root of the site.</summary>
    public static string PathOf(SolutionCard card) => $"/oplossingen/{card.Slug}";

    private static void Write(TextWriter output, FoundSolution found, IOrganisations organisations)
    {
        output.WriteLine($"{new string('●', found.Strength)}{new string('○', 5 - found.Strength)}  {found.Card.Title}");
        if (found.Card.Promise.Length > 0)
            output.WriteLine($"       {found.Card.Promise}");
        output.WriteLine($"       Waarom: {string.Join(", ", found.Why.Select(Reason))}");
        var names = Names(found, organisations);
        if (names.Count > 0)
        {
            var more = names.Count > NamesShown ? $" en {names.Count - NamesShown} meer" : "";
            output.WriteLine($"       {names.Count}× gebruikt ({found.Users.Confirmed} bevestigd): {string.Join(", ", names.Take(NamesShown))}{more}");
        }

        if (found.Peers.Count > 0)
            output.WriteLine($"       Lijkt op uw gemeente: {string.Join(", ", found.Peers.Select(peer => peer.Name))}");
        output.WriteLine($"       {PathOf(found.Card)}");
        output.WriteLine();
    }

    private static string Reason(MatchReason why) => why.How == MatchKind.Exact ? why.Found : $"{why.Asked} → {why.Found}";

    private static List<string> Names(FoundSolution found, IOrganisations organisations) =>
        [.. found.Users.Users.Where(user => user.State == UseState.Active).Select(user => organisations.Find(user.User)?.Name)
            .OfType<string>().Order(StringComparer.CurrentCulture)];
}
