using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Joining.Plans;

/// <summary>One version of the step plan of a solution. It never changes: who improves it writes the next version.</summary>
internal sealed class StepPlan
{
    /// <summary>The most steps of a plan, and the longest note about a version.</summary>
    public const int MostSteps = 40, NoteLength = 200;

    private StepPlan() { }

    public SolutionId Solution { get; private set; }

    /// <summary>From 1, without gaps.</summary>
    public int Number { get; private set; }

    public IReadOnlyList<PlanStep> Steps { get; private set; } = [];

    /// <summary>What is different in this version, in a sentence.</summary>
    public string Note { get; private set; } = "";

    public DateTimeOffset Written { get; private set; }

    /// <summary>Who wrote it; null for a sample.</summary>
    public PersonId? Person { get; private set; }

    /// <summary>Working days of all steps together, as far as they are known.</summary>
    public int Days => Steps.Sum(step => step.Days ?? 0);

    /// <summary>Writes a version.</summary>
    /// <exception cref="RuleViolation">There is no step, or there are too many.</exception>
    public static StepPlan Write(SolutionId solution, int number, IReadOnlyList<PlanStep> steps, string note, PersonId? person, DateTimeOffset now)
    {
        if (steps.Count == 0)
            throw new RuleViolation("", "Schrijf minstens één stap.");
        if (steps.Count > MostSteps)
            throw new RuleViolation("", "Een stappenplan heeft hoogstens 40 stappen. Voeg stappen samen.");
        if (note.Length > NoteLength)
            throw new RuleViolation(nameof(Note), "Maak deze zin korter: hoogstens 200 tekens.");
        return new() { Solution = solution, Number = number, Steps = steps, Note = note, Person = person, Written = now };
    }

    /// <summary>The number of a step as people count; 0 when it is not in this version.</summary>
    public int PlaceOf(Guid step) => Steps.TakeWhile(each => each.Id != step).Count() is var before && before < Steps.Count ? before + 1 : 0;

    internal sealed class Mapping : IEntityTypeConfiguration<StepPlan>
    {
        public void Configure(EntityTypeBuilder<StepPlan> plan)
        {
            plan.ToTable("joining_step_plans");
            plan.HasKey(each => new { each.Solution, each.Number });
            plan.Property(each => each.Number).ValueGeneratedNever();
            plan.Property(each => each.Note).HasMaxLength(NoteLength);
            plan.Property(each => each.Steps).AsJson();
            plan.Ignore(each => each.Days);
        }
    }
}

/// <summary>One step of a plan.</summary>
/// <param name="Id">Stays the same through the versions, so that they can be compared.</param>
/// <param name="Title">The step in a few words.</param>
/// <param name="What">What to do.</param>
/// <param name="Role">Who does it: a role, never a person.</param>
/// <param name="Days">Working days that it takes at most, as a norm.</param>
/// <param name="Evidence">How one sees that it is done.</param>
/// <param name="After">The steps that come first.</param>
internal sealed record PlanStep(
    Guid Id, string Title, string What = "", string Role = "", int? Days = null, string Evidence = "", IReadOnlyList<Guid>? After = null)
{
    /// <summary>Length limits, and the most working days of a step.</summary>
    public const int TitleLength = 80, WhatLength = 2000, RoleLength = 80, EvidenceLength = 300, MostDays = 730;

    /// <summary>The steps that come first.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<Guid> First => After ?? [];

    /// <summary>Whether it says the same as another, wherever both stand.</summary>
    public bool SaysTheSameAs(PlanStep other) =>
        this with { After = null } == other with { After = null } && First.Order().SequenceEqual(other.First.Order());
}

/// <summary>A version of a step plan was written.</summary>
/// <param name="Solution">Of which solution.</param>
/// <param name="Version">Its number.</param>
/// <param name="Steps">How many steps it has.</param>
[Told("Stappenplan geschreven")]
internal sealed record StepPlanWritten(SolutionId Solution, int Version, int Steps) : LedgerEvent(Solution.Value)
{
    /// <inheritdoc/>
    public override string Subject => "Solution";
}
