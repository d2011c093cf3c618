using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Parelmuur.Joining.Plans;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Joining.Rollouts;

/// <summary>How far a step is, as a form holds it.</summary>
internal sealed class StepForm
{
    private const string Day = "yyyy-MM-dd", PickDay = "Kies een dag, zoals 31-12-2026.", TooLong = "Maak deze tekst korter: hoogstens 1.000 tekens.";

    /// <summary>The step that the person saw. Its number is for reading: a colleague may take over a plan in which it stands elsewhere.</summary>
    public Guid Step { get; set; }

    /// <summary>The revision of the step that the person saw.</summary>
    public int Seen { get; set; }

    [Required(ErrorMessage = "Kies hoe ver deze stap is.")]
    [EnumDataType(typeof(StepState), ErrorMessage = "Kies hoe ver deze stap is.")]
    public string? State { get; set; }

    public string? Assigned { get; set; }

    public string? Due { get; set; }

    [RegularExpression("[0-9]{1,4}", ErrorMessage = "Schrijf een heel aantal uren, zoals 12.")]
    public string? Hours { get; set; }

    public string? Began { get; set; }

    public string? Ended { get; set; }

    public string? Obstacle { get; set; }

    [StringLength(RolloutStep.TextLength, ErrorMessage = TooLong)]
    public string? ObstacleText { get; set; }

    [StringLength(RolloutStep.TextLength, ErrorMessage = TooLong)]
    public string? Helped { get; set; }

    [StringLength(RolloutStep.ReasonLength, ErrorMessage = "Maak deze tekst korter: hoogstens 300 tekens.")]
    public string? Reason { get; set; }

    /// <summary>Files to add that show that it is done.</summary>
    public List<IFormFile> Evidence { get; set; } = [];

    /// <summary>Files to take away.</summary>
    public List<Guid> Remove { get; set; } = [];

    public static StepForm Of(RolloutStep step) => new()
    {
        Step = step.Step,
        Seen = step.Revision,
        State = step.State.ToString(),
        Assigned = step.Assigned?.ToString(),
        Due = Text(step.Due),
        Hours = step.Hours?.ToString(CultureInfo.InvariantCulture),
        Began = Text(step.Began),
        Ended = Text(step.Ended),
        Obstacle = step.Obstacle?.ToString(),
        ObstacleText = step.ObstacleText,
        Helped = step.Helped,
        Reason = step.Reason,
    };

    /// <summary>What it says of the step.</summary>
    /// <param name="colleagues">Who can do a step.</param>
    /// <exception cref="RuleViolation">A day is no day, or the colleague is not one of them.</exception>
    public StepFacts ToFacts(IReadOnlyCollection<PersonId> colleagues) => new(
        Enum.Parse<StepState>(State!), Colleague(colleagues), DayOf(Due, nameof(Due)),
        string.IsNullOrWhiteSpace(Hours) ? null : int.Parse(Hours, CultureInfo.InvariantCulture),
        DayOf(Began, nameof(Began)), DayOf(Ended, nameof(Ended)), ObstacleOf(),
        ReadPlanForm.Clean(ObstacleText), ReadPlanForm.Clean(Helped), ReadPlanForm.Clean(Reason));

    private PersonId? Colleague(IReadOnlyCollection<PersonId> colleagues)
    {
        if (string.IsNullOrEmpty(Assigned))
            return null;
        if (Guid.TryParse(Assigned, out var id) && colleagues.Contains(new(id)))
            return new(id);
        throw new RuleViolation(nameof(Assigned), "Kies een collega uit de lijst.");
    }

    private Obstacle? ObstacleOf()
    {
        if (string.IsNullOrEmpty(Obstacle))
            return null;
        if (Enum.TryParse<Obstacle>(Obstacle, out var kind) && Enum.IsDefined(kind))
            return kind;
        throw new RuleViolation(nameof(Obstacle), "Kies een antwoord uit de lijst.");
    }

    private static DateOnly? DayOf(string? typed, string field)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (DateOnly.TryParseExact(typed.Trim(), [Day, "d-M-yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1999 and < 2100)
            return day;
        throw new RuleViolation(field, PickDay);
    }

    private static string? Text(DateOnly? day) => day?.ToString(Day, CultureInfo.InvariantCulture);
}
