using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Joining.Plans;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Joining.Rollouts;

/// <summary>One step of a roll-out.</summary>
internal sealed class RolloutStep
{
    public const int TextLength = 1_000, ReasonLength = 300, MostFiles = 10;

    public const string TooManyFiles = "Bij een stap passen hoogstens 10 bestanden. Haal eerst een bestand weg.";

    private RolloutStep() { }

    internal RolloutStep(Guid rollout, PlanStep planned, int number) =>
        (Rollout, Step, Planned, Number) = (rollout, planned.Id, planned, number);

    public Guid Rollout { get; private set; }

    /// <summary>The step of the plan.</summary>
    public Guid Step { get; private set; }

    /// <summary>What the plan said of it when they took it over: their own copy, which no later version changes.</summary>
    public PlanStep Planned { get; private set; } = null!;

    /// <summary>Its place in the roll-out, from 1.</summary>
    public int Number { get; internal set; }

    public StepState State { get; private set; }

    /// <summary>The colleague who does it.</summary>
    public PersonId? Assigned { get; private set; }

    public DateOnly? Due { get; private set; }

    /// <summary>Working hours that it took, of everyone together.</summary>
    public int? Hours { get; private set; }

    public DateOnly? Began { get; private set; }

    public DateOnly? Ended { get; private set; }

    public Obstacle? Obstacle { get; private set; }

    /// <summary>What got in the way, in their own words.</summary>
    public string ObstacleText { get; private set; } = "";

    public string Helped { get; private set; } = "";

    /// <summary>Why it was skipped.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Files that show that it is done.</summary>
    public IReadOnlyList<EvidenceFile> Files { get; private set; } = [];

    public int Revision { get; private set; }

    /// <summary>Whether nothing is left to do.</summary>
    public bool IsClosed => State is StepState.Done or StepState.Skipped;

    public StepFacts Facts => new(State, Assigned, Due, Hours, Began, Ended, Obstacle, ObstacleText, Helped, Reason);

    internal void Become(StepFacts facts, DateOnly today)
    {
        EnsureCanBe(facts, today);
        (State, Assigned, Due, Hours) = (facts.State, facts.Assigned, facts.Due, facts.Hours);
        (Obstacle, ObstacleText, Helped) = (facts.Obstacle, facts.ObstacleText, facts.Helped);
        Reason = facts.State == StepState.Skipped ? facts.Reason : "";
        // A day that nobody filled in is today when they begin or end, and is left open when they say it in one go.
        Began = facts.Began ?? (facts.State == StepState.Doing ? today : null);
        Ended = facts.State == StepState.Done ? facts.Ended ?? today : null;
        Revision++;
    }

    /// <summary>Takes over what a newer version of the plan says.</summary>
    internal void TakeOver(PlanStep planned)
    {
        Planned = planned;
        Revision++;
    }

    internal void Attach(EvidenceFile file)
    {
        if (Files.Count == MostFiles)
            throw new RuleViolation("", TooManyFiles);
        Files = [.. Files, file];
    }

    internal void Detach(FileId file) => Files = [.. Files.Where(each => each.File != file)];

    private static void EnsureCanBe(StepFacts facts, DateOnly today)
    {
        if (facts.State == StepState.Skipped && facts.Reason.Length == 0)
            throw new RuleViolation(nameof(Reason), "Schrijf waarom jullie deze stap overslaan.");
        if (facts.Began > today)
            throw new RuleViolation(nameof(Began), "Kies een dag die al geweest is.");
        if (facts.State == StepState.Done && facts.Ended > today)
            throw new RuleViolation(nameof(Ended), "Kies een dag die al geweest is.");
        if (facts.State == StepState.Done && (facts.Ended ?? today) < facts.Began)
            throw new RuleViolation(nameof(Ended), "Het einde ligt voor het begin. Kies een latere dag.");
    }

    internal sealed class Mapping : IEntityTypeConfiguration<RolloutStep>
    {
        public void Configure(EntityTypeBuilder<RolloutStep> step)
        {
            step.ToTable("joining_rollout_steps");
            step.HasKey(each => new { each.Rollout, each.Step });
            step.Property(each => each.ObstacleText).HasMaxLength(TextLength);
            step.Property(each => each.Helped).HasMaxLength(TextLength);
            step.Property(each => each.Reason).HasMaxLength(ReasonLength);
            step.Property(each => each.Planned).AsJson();
            step.Property(each => each.Files).AsJson();
            step.HasIndex(each => each.Assigned);
        }
    }
}

/// <summary>A file that shows that a step is done.</summary>
/// <param name="File">The stored file.</param>
/// <param name="Name">Its name.</param>
/// <param name="Size">In bytes.</param>
internal sealed record EvidenceFile(FileId File, string Name, long Size);

/// <summary>What people say of a step.</summary>
internal sealed record StepFacts(
    StepState State, PersonId? Assigned, DateOnly? Due, int? Hours, DateOnly? Began, DateOnly? Ended,
    Obstacle? Obstacle, string ObstacleText, string Helped, string Reason);

/// <summary>What can get in the way, in a few kinds, so that what is common can be counted.</summary>
internal enum Obstacle
{
    /// <summary>Too little time or too few people.</summary>
    Time,

    /// <summary>No money.</summary>
    Money,

    /// <summary>Systems that do not fit.</summary>
    Technology,

    /// <summary>Data that are missing or wrong.</summary>
    Data,

    /// <summary>Privacy, or a law.</summary>
    Law,

    /// <summary>A supplier.</summary>
    Supplier,

    /// <summary>Colleagues, management or council who do not want it yet.</summary>
    Support,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>How states and obstacles are called; keys of <c>Words</c>.</summary>
internal static class RolloutWords
{
    public static string Text(this StepState state) => state switch
    {
        StepState.Todo => "Nog doen",
        StepState.Doing => "Mee bezig",
        StepState.Done => "Klaar",
        _ => "Overgeslagen",
    };

    public static string Text(this Obstacle obstacle) => obstacle switch
    {
        Obstacle.Time => "Te weinig tijd of mensen",
        Obstacle.Money => "Geen geld",
        Obstacle.Technology => "Systemen die niet passen",
        Obstacle.Data => "Gegevens die missen of niet kloppen",
        Obstacle.Law => "Privacy of een wet",
        Obstacle.Supplier => "De leverancier",
        Obstacle.Support => "Weinig steun in de organisatie",
        _ => "Iets anders",
    };
}
