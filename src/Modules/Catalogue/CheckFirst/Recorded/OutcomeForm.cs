using System.ComponentModel.DataAnnotations;
using Parelmuur.Design;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Catalogue.CheckFirst.Recorded;

/// <summary>"Wat doen jullie?": the decision after checking first.</summary>
internal sealed class OutcomeForm
{
    public CheckOutcome? Outcome { get; set; }

    public Guid? Solution { get; set; }

    [MaxLength(RecordedCheck.ReasonLength, ErrorMessage = "Houd je uitleg korter: hoogstens 1.000 tekens.")]
    public string? Reason { get; set; }

    /// <summary>Per match why it does not fit; empty says nothing.</summary>
    public Dictionary<string, string?> Rejected { get; set; } = [];

    public static IReadOnlyList<Choice> Outcomes { get; } =
    [
        new(nameof(CheckOutcome.Join), "We sluiten aan", "We gebruiken de oplossing zoals die is."),
        new(nameof(CheckOutcome.Adapt), "We passen aan", "We gebruiken een deel en veranderen iets. Schrijf kort wat, dan leren anderen mee."),
        new(nameof(CheckOutcome.StartTogether), "We beginnen samen", "We zoeken gemeenten die hetzelfde willen, of sluiten bij ze aan."),
        new(nameof(CheckOutcome.NothingFits), "Niets past, want …", "Dat is een goed antwoord. Jouw uitleg laat zien wat er nog ontbreekt."),
    ];

    /// <summary>The chosen answer.</summary>
    /// <exception cref="RuleViolation">None was chosen.</exception>
    public CheckOutcome Required() => Outcome is { } outcome and not CheckOutcome.Open
        ? outcome : throw new RuleViolation(nameof(Outcome), "Kies één antwoord.");

    /// <summary>The decision that was recorded, to change it.</summary>
    public static OutcomeForm Of(RecordedCheck check) => new()
    {
        Outcome = check.Outcome == CheckOutcome.Open ? null : check.Outcome,
        Solution = check.Solution?.Value,
        Reason = check.Reason,
    };
}
