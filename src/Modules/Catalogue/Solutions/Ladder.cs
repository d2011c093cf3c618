using Parelmuur.Adoption;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>Draws the way from gem to standard, from the decisions and from what the platform knows.</summary>
/// <remarks>
/// What a next stage needs follows the criteria for stages. The platform never moves a solution by itself: it shows what
/// the body that decides will ask for.
/// </remarks>
internal sealed class Ladder(Words words)
{
    private const int PilotMunicipalities = 2, SharedUsers = 5, CollectiveUsers = 50;

    public IReadOnlyList<Rung> Of(SolutionDetails solution, IReadOnlyList<StageStep> decisions, UsersOfSolution users) =>
        [.. Enum.GetValues<Stage>().Select(stage => stage > solution.Stage
            ? new Rung(stage.Look(), RungState.Later) { When = words["Nog niet"], What = Needed(stage, solution, users) }
            : Reached(stage, solution, decisions.LastOrDefault(decision => decision.To == stage)))];

    private Rung Reached(Stage stage, SolutionDetails solution, StageStep? decision)
    {
        var since = decision?.Date ?? (stage == Stage.Gem ? solution.Shared : (DateOnly?)null);
        return new(stage.Look(), stage == solution.Stage ? RungState.Now : RungState.Done)
        {
            When = since is { } date ? Words.Month(date) : null,
            What = decision is { Reason.Length: > 0 } ? decision.Reason : null,
            Evidence = decision is { Evidence.Length: > 0 } ? new(words["Bewijs: {0}", decision.Evidence]) : null,
            ContentLang = "nl",
        };
    }

    /// <summary>What is still missing for a stage: "Nodig: een beheerder, nog 3 bevestigde gebruikers."</summary>
    /// <remarks>When nothing that the platform can see is missing, a decision is.</remarks>
    private string Needed(Stage stage, SolutionDetails solution, UsersOfSolution users)
    {
        var missing = Missing(stage, solution, users).ToList();
        return missing.Count > 0
            ? words["Nodig: {0}.", string.Join(", ", missing)]
            : words["Alles is er. Nodig: een besluit."];
    }

    private IEnumerable<string> Missing(Stage stage, SolutionDetails solution, UsersOfSolution users)
    {
        switch (stage)
        {
            case Stage.Pilot:
                if (PilotMunicipalities - users.Active - users.Planned is > 0 and var municipalities)
                    yield return words.Count(municipalities, "nog 1 gemeente", "nog {0} gemeenten");
                yield return words["afspraken over wat je meet"];
                break;
            case Stage.Shared:
                if (solution.Steward is null)
                    yield return words["een beheerder"];
                if (!HasStepPlan(solution))
                    yield return words["een stappenplan"];
                if (solution.Licence.Length == 0)
                    yield return words["een licentie of voorwaarden"];
                if (SharedUsers - users.Confirmed is > 0 and var confirmed)
                    yield return words.Count(confirmed, "nog 1 bevestigde gebruiker", "nog {0} bevestigde gebruikers");
                break;
            case Stage.Collective:
                yield return words["afspraken over onderhoud en geld"];
                if (CollectiveUsers - users.Active is > 0 and var active)
                    yield return words.Count(active, "nog 1 gebruiker of een besluit", "nog {0} gebruikers of een besluit");
                break;
            case Stage.Standard:
                yield return words["een besluit van de leden, na een raadpleging"];
                break;
        }
    }

    // Step plans of their own come with a later room; until then a link that says it is one counts.
    private static bool HasStepPlan(SolutionDetails solution) =>
        solution.Links.Any(link => link.Title.Contains("stappenplan", StringComparison.OrdinalIgnoreCase));
}
