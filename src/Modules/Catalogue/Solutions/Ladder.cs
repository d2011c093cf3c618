using Parelmuur.Adoption;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>Where a rung of the ladder stands.</summary>
internal enum RungState
{
    Done,
    Now,
    Later,
}

/// <summary>One stage on the way from gem to standard.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="State">Behind us, here, or ahead.</param>
/// <param name="Decision">Why it came there, when that is known.</param>
/// <param name="Since">When it came there, when that is known.</param>
/// <param name="Needs">What a stage ahead asks for; met or not.</param>
internal sealed record Rung(Stage Stage, RungState State, StageStep? Decision, DateOnly? Since, IReadOnlyList<Need> Needs);

/// <summary>A decision on a stage, as a page shows it.</summary>
internal sealed record StageStep(Stage? From, Stage To, DateOnly Date, string Body, string Reason, string Evidence);

/// <summary>What a stage asks for.</summary>
/// <param name="Text">Dutch, with the number to go at {0} when there is one.</param>
/// <param name="IsMet">Whether the platform knows that it is there.</param>
/// <param name="ToGo">How many are missing.</param>
internal sealed record Need(string Text, bool IsMet, int? ToGo = null);

/// <summary>Draws the ladder from the decisions and from what the platform knows.</summary>
/// <remarks>The platform never moves a solution: it shows what a body that decides will ask for.</remarks>
internal static class Ladder
{
    private const int PilotMunicipalities = 2, SharedUsers = 5, CollectiveUsers = 50;

    public static IReadOnlyList<Rung> Of(SolutionDetails solution, IReadOnlyList<StageStep> decisions, UsersOfSolution users) =>
    [
        .. Enum.GetValues<Stage>().Select(stage =>
        {
            var decision = stage > solution.Stage ? null : decisions.LastOrDefault(each => each.To == stage);
            return new Rung(
                stage,
                stage < solution.Stage ? RungState.Done : stage == solution.Stage ? RungState.Now : RungState.Later,
                decision,
                decision?.Date ?? (stage == Stage.Gem ? solution.Shared : null),
                stage > solution.Stage ? Needs(stage, solution, users) : []);
        }),
    ];

    private static IReadOnlyList<Need> Needs(Stage stage, SolutionDetails solution, UsersOfSolution users) => stage switch
    {
        Stage.Pilot =>
        [
            AtLeast(PilotMunicipalities, users.Active + users.Planned, "Minstens 2 gemeenten doen mee", "Nog {0} gemeente die meedoet", "Nog {0} gemeenten die meedoen"),
            new("Vooraf is afgesproken wat je meet", IsMet: false),
        ],
        Stage.Shared =>
        [
            new("Een beheerder", solution.Steward is not null),
            new("Een stappenplan", HasStepPlan(solution)),
            new("Een licentie of voorwaarden", solution.Licence.Length > 0),
            AtLeast(SharedUsers, users.Confirmed, "Minstens 5 bevestigde gebruikers", "Nog {0} bevestigde gebruiker", "Nog {0} bevestigde gebruikers"),
        ],
        Stage.Collective =>
        [
            new("Afspraken over onderhoud: wie betaalt, tot wanneer", IsMet: false),
            AtLeast(CollectiveUsers, users.Active, "Minstens 50 gebruikers, of een besluit", "Nog {0} gebruiker, of een besluit", "Nog {0} gebruikers, of een besluit"),
        ],
        Stage.Standard => [new("Een besluit van de leden, na een raadpleging", IsMet: false)],
        _ => [],
    };

    private static Need AtLeast(int needed, int known, string met, string one, string more) => known >= needed
        ? new(met, IsMet: true)
        : new(needed - known == 1 ? one : more, IsMet: false, needed - known);

    private static bool HasStepPlan(SolutionDetails solution) =>
        solution.Links.Any(link => link.Title.Contains("stappenplan", StringComparison.OrdinalIgnoreCase));
}
