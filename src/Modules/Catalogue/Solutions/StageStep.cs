namespace Parelmuur.Catalogue.Solutions;

/// <summary>A decision on a stage, as a page shows it.</summary>
internal sealed record StageStep(Stage? From, Stage To, DateOnly Date, string Body, string Reason, string Evidence)
{
    /// <summary>Whether the step was refused.</summary>
    public bool Refused { get; init; }

    /// <summary>The agreement on the upkeep, for a step to Collective.</summary>
    public Maintenance? Maintenance { get; init; }

    /// <summary>Where to read more.</summary>
    public IReadOnlyList<Link> Proofs { get; init; } = [];

    /// <summary>The step that a decision made.</summary>
    public static StageStep Of(StageDecision decision) =>
        new(decision.From, decision.To, decision.Date, decision.Body, decision.Reason, decision.Evidence)
        {
            Refused = decision.Refused,
            Maintenance = decision.Maintenance,
            Proofs = decision.Proofs,
        };
}
