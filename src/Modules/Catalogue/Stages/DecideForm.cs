using System.ComponentModel.DataAnnotations;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Catalogue.Stages;

/// <summary>What a body decided.</summary>
internal sealed class DecideForm : EvidenceForm
{
    /// <summary>What a form posts; a step down is posted as the name of the stage.</summary>
    public const string Up = "up", Refuse = "refuse";

    [Required(ErrorMessage = "Kies wat er is besloten.")]
    public string? Outcome { get; set; }

    [Required(ErrorMessage = "Vul in wie dit besloot.")]
    [StringLength(StageDecision.BodyLength, ErrorMessage = "Maak de naam korter: hoogstens 160 tekens.")]
    public string? Body { get; set; }

    [Required(ErrorMessage = "Schrijf een datum zoals 1 maart 2027.")]
    public string? Date { get; set; }

    [Required(ErrorMessage = "Schrijf op waarom dit is besloten.")]
    [StringLength(StageDecision.TextLength, ErrorMessage = "Maak de reden korter: hoogstens 2.000 tekens.")]
    public string? Reason { get; set; }

    [Required(ErrorMessage = "Vul in waar het besluit te lezen is.")]
    [StringLength(StageDecision.TextLength, ErrorMessage = "Maak het bewijs korter: hoogstens 2.000 tekens.")]
    public string? Evidence { get; set; }

    /// <summary>Whether the body decided so although something is missing.</summary>
    public bool Despite { get; set; }

    /// <summary>Every field with its value, to carry them past the preview.</summary>
    public IEnumerable<(string Name, string? Value)> Fields =>
    [
        (nameof(Outcome), Outcome), (nameof(Body), Body), (nameof(Date), Date), (nameof(Reason), Reason), (nameof(Evidence), Evidence),
        (nameof(Despite), Despite ? "true" : "false"), (nameof(Criteria), Criteria), (nameof(StepPlan), StepPlan),
        (nameof(Consultation), Consultation), (nameof(PaidBy), PaidBy), (nameof(Until), Until), (nameof(Rhythm), Rhythm),
    ];

    /// <summary>The decision that is filled in.</summary>
    /// <exception cref="RuleViolation">The date cannot be, or a text is empty.</exception>
    public StageDecision To(Solution solution, Stage to, StageEvidence evidence, DateOnly today)
    {
        var day = Day(Date) ?? throw new RuleViolation(nameof(Date), "Schrijf een datum zoals 1 maart 2027.");
        if (day > today)
            throw new RuleViolation(nameof(Date), "Kies vandaag of een dag die al geweest is.");
        var decision = StageDecision.Of(
            solution.Id, solution.Stage, to, day,
            Text(nameof(Body), Body, "Vul in wie dit besloot."),
            Text(nameof(Reason), Reason, "Schrijf op waarom dit is besloten."),
            Text(nameof(Evidence), Evidence, "Vul in waar het besluit te lezen is."))
            .With(to == Stage.Collective ? evidence.Maintenance : null, LinksOf(evidence));
        return Outcome == Refuse ? decision.Refuse() : decision;
    }

    private static string Text(string field, string? typed, string message) =>
        Lines.Clean(typed) is { Length: > 0 } text ? text : throw new RuleViolation(field, message);
}
