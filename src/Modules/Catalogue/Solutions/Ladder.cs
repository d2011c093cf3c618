using Parelmuur.Catalogue.Stages;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>Draws the way from gem to standard, from the decisions and from what the platform knows.</summary>
/// <remarks>
/// What a next stage needs follows the criteria for stages. The platform never moves a solution by itself: it shows what
/// the body that decides will ask for.
/// </remarks>
internal sealed class Ladder(StageChecklist checklist, Words words)
{
    public IReadOnlyList<Rung> Of(SolutionDetails solution, IReadOnlyList<StageStep> decisions)
    {
        var facts = checklist.FactsOf(solution);
        return [.. Enum.GetValues<Stage>().Select(stage => stage > solution.Stage
            ? Ahead(stage, facts, decisions.LastOrDefault(decision => decision.To == stage && decision.Refused))
            : Reached(stage, solution, decisions.LastOrDefault(decision => decision.To == stage && !decision.Refused)))];
    }

    // A refusal stays visible until the step is taken after all.
    private Rung Ahead(Stage stage, StageFacts facts, StageStep? refused)
    {
        var needed = Needed(stage, facts);
        return new(stage.Look(), RungState.Later)
        {
            When = refused is null ? words["Nog niet"] : words["Niet gelukt in {0}", Words.Month(refused.Date)],
            What = refused is null ? needed : $"{refused.Reason} {needed}",
            Evidence = EvidenceOf(refused),
            ContentLang = refused is null ? null : "nl",
        };
    }

    private Rung Reached(Stage stage, SolutionDetails solution, StageStep? decision)
    {
        var since = decision?.Date ?? (stage == Stage.Gem ? solution.Shared : (DateOnly?)null);
        return new(stage.Look(), stage == solution.Stage ? RungState.Now : RungState.Done)
        {
            When = since is { } date ? Words.Month(date) : null,
            What = string.Join(' ', new[] { decision?.Reason, decision?.Maintenance is { } agreed ? checklist.Say(agreed) : null }
                .Where(text => !string.IsNullOrEmpty(text))) is { Length: > 0 } what ? what : null,
            Evidence = EvidenceOf(decision),
            ContentLang = "nl",
        };
    }

    private NamedLink? EvidenceOf(StageStep? decision) => decision switch
    {
        { Evidence.Length: > 0 } => new(words["Bewijs: {0}", decision.Evidence], decision.Proofs is [var proof, ..] ? proof.Url : null),
        { Proofs: [var proof, ..] } => new(words[proof.Title], proof.Url),
        _ => null,
    };

    /// <summary>What is still missing for a stage: "Nodig: een beheerder, nog 3 bevestigde gebruikers."</summary>
    /// <remarks>When nothing that the platform can see is missing, a decision is.</remarks>
    private string Needed(Stage stage, StageFacts facts)
    {
        var missing = checklist.Of(stage, facts, StageEvidence.None)
            .Where(line => !line.Met).Select(line => line.Missing).ToList();
        return missing.Count > 0
            ? words["Nodig: {0}.", string.Join(", ", missing)]
            : words["Alles is er. Nodig: een besluit."];
    }
}
