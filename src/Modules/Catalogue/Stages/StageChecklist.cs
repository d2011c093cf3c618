using Parelmuur.Adoption;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Stages;

/// <summary>What a stage asks for, and how far a solution is with it.</summary>
/// <remarks>
/// The platform never moves a solution by itself: it counts what it can, and asks for a link to what it cannot see yet.
/// Criteria and consultations get rooms of their own later.
/// </remarks>
internal sealed class StageChecklist(IAdoption adoption, IEnumerable<IStepPlans> plans, Words words)
{
    private const int PilotMunicipalities = 2, SharedUsers = 5, CollectiveUsers = 50;

    /// <summary>The lines for a stage, in the order of the rules.</summary>
    public IReadOnlyList<CheckLine> Of(Stage to, StageFacts facts, StageEvidence given) => to switch
    {
        Stage.Pilot =>
        [
            Counted("Minstens 2 gemeenten doen mee", adoption.MunicipalitiesOf(facts.Solution), PilotMunicipalities, "1 gemeente", "{0:N0} gemeenten", "nog 1 gemeente", "nog {0} gemeenten"),
            Shown("Vooraf staat vast wat je meet", given.Criteria, "afspraken over wat je meet"),
        ],
        Stage.Shared =>
        [
            Stated("Er is een beheerder", facts.Steward, "een beheerder"),
            PlanLine(facts, given),
            Stated("Er is een licentie of er zijn voorwaarden", facts.Licence, "een licentie of voorwaarden"),
            Users("Minstens 5 bevestigde gebruikers", facts.Users.Confirmed, SharedUsers, "nog 1 bevestigde gebruiker", "nog {0} bevestigde gebruikers"),
        ],
        Stage.Collective =>
        [
            Agreed("Onderhoud en geld zijn afgesproken", given.Maintenance, "afspraken over onderhoud en geld"),
            Users("Minstens 50 gebruikers, of een besluit", facts.Users.Active, CollectiveUsers, "nog 1 gebruiker of een besluit", "nog {0} gebruikers of een besluit"),
        ],
        Stage.Standard => [Shown("Er is een besluit van de leden, na een raadpleging", given.Consultation, "een besluit van de leden, na een raadpleging")],
        _ => [],
    };

    /// <summary>What the platform knows of a solution.</summary>
    public StageFacts FactsOf(Solution solution) => Facts(solution.Id, solution.Slug, solution.Steward, solution.Links, solution.Licence);

    /// <summary>The same when only its page was read.</summary>
    public StageFacts FactsOf(SolutionDetails solution) => Facts(solution.Id, solution.Slug, solution.Steward, solution.Links, solution.Licence);

    private StageFacts Facts(SolutionId id, string slug, Contact? steward, IReadOnlyList<Link> links, string licence) => new(
        steward?.Name,
        plans.Select(each => each.PageOf(id)).FirstOrDefault(page => page is not null) is { } page ? $"/oplossingen/{slug}/{page}" : null,
        links.FirstOrDefault(link => link.Title.Contains("stappenplan", StringComparison.OrdinalIgnoreCase))?.Url,
        licence, adoption.UsersOf(id), id);

    private CheckLine Users(string what, int count, int needed, string missingOne, string missing) =>
        Counted(what, count, needed, "1 gebruiker", "{0:N0} gebruikers", missingOne, missing);

    private CheckLine Counted(string what, int count, int needed, string one, string more, string missingOne, string missing) => new(
        words[what], count >= needed, words.Count(count, one, more), words["Geteld in het register van gebruik"],
        words.Count(needed - count, missingOne, missing));

    // A link that somebody gives goes first; then the plan on this site; then a link on the page that calls itself one.
    private CheckLine PlanLine(StageFacts facts, StageEvidence given)
    {
        var line = Shown("Er is een stappenplan", given.StepPlan is { Length: > 0 } link ? link : facts.StepPlan ?? facts.LinkedPlan, "een stappenplan");
        return line.Met && string.IsNullOrEmpty(given.StepPlan) ? line with { Source = words["Staat op de pagina van de oplossing"] } : line;
    }

    private CheckLine Stated(string what, string? value, string missing) => new(
        words[what], !string.IsNullOrEmpty(value), value ?? "", words["Staat op de pagina van de oplossing"], words[missing]);

    private CheckLine Shown(string what, string? link, string missing) => new(
        words[what], !string.IsNullOrEmpty(link), link ?? "", words["Link die als bewijs is gegeven"], words[missing]) { IsLink = true };

    private CheckLine Agreed(string what, Maintenance? agreed, string missing) => new(
        words[what], agreed is not null, agreed is null ? "" : Say(agreed), words["Zoals hieronder ingevuld"], words[missing]);

    /// <summary>"De VNG betaalt tot en met 31 december 2028. Nieuwe versie: elk kwartaal."</summary>
    public string Say(Maintenance agreed) =>
        words["{0} betaalt tot en met {1}. Nieuwe versies: {2}.", agreed.PaidBy, Words.Day(agreed.Until), agreed.Rhythm];
}

/// <summary>One line of the checklist.</summary>
/// <param name="What">What is needed, in the reader's language.</param>
/// <param name="Met">Whether it is there.</param>
/// <param name="Found">What was found: a figure, a name, a link, a page of the site; may be empty.</param>
/// <param name="Source">Where that comes from.</param>
/// <param name="Missing">What is still needed, in the middle of a sentence.</param>
internal sealed record CheckLine(string What, bool Met, string Found, string Source, string Missing)
{
    /// <summary>Whether what was found is an address of the web, or a page from the root of the site.</summary>
    public bool IsLink { get; init; }
}

/// <summary>What the platform knows of a solution that a stage asks for.</summary>
/// <param name="Steward">The name of the steward.</param>
/// <param name="StepPlan">The page of its step plan, from the root of the site in the reader's language; null when it has none here.</param>
/// <param name="LinkedPlan">The address of a link on its page that calls itself a step plan.</param>
/// <param name="Licence">The licence or terms.</param>
/// <param name="Users">Who uses it.</param>
/// <param name="Solution">The solution.</param>
internal sealed record StageFacts(
    string? Steward, string? StepPlan, string? LinkedPlan, string Licence, UsersOfSolution Users, SolutionId Solution);

/// <summary>What people give as evidence of what the platform cannot count; empty is not given.</summary>
internal sealed record StageEvidence(string? Criteria = null, string? StepPlan = null, string? Consultation = null, Maintenance? Maintenance = null)
{
    public static StageEvidence None { get; } = new();
}
