using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Joining.Rollouts;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Lessons;

/// <summary>What one organisation told about a step with its group. Written down once: it stays when they change their roll-out later.</summary>
internal sealed class LearnedValue
{
    public SolutionId Solution { get; init; }

    /// <summary>The step of the plan; <see cref="Guid.Empty"/> for the plan as a whole.</summary>
    public Guid Step { get; init; }

    public Figure Figure { get; init; }

    public OrganisationId Organisation { get; init; }

    /// <summary>The size class of its group; null for the first group, which is of all classes.</summary>
    public SizeClass? Class { get; init; }

    /// <summary>The number of its group, from 1 for each step and figure.</summary>
    public int Group { get; init; }

    /// <summary>Working hours, or days from begin to end; 0 for an obstacle.</summary>
    public int Value { get; init; }

    /// <summary>What got in the way, if anything did.</summary>
    public Obstacle? Obstacle { get; init; }

    /// <summary>What helped, in their own words.</summary>
    public string Helped { get; init; } = "";

    internal sealed class Mapping : IEntityTypeConfiguration<LearnedValue>
    {
        public void Configure(EntityTypeBuilder<LearnedValue> value)
        {
            value.ToTable("joining_learned_values");
            value.HasKey(each => new { each.Solution, each.Step, each.Figure, each.Organisation });
            value.Property(each => each.Helped).HasMaxLength(RolloutStep.TextLength);
        }
    }
}

/// <summary>What is learned of a step. Each has groups of its own, because not everybody tells everything.</summary>
internal enum Figure
{
    /// <summary>Working hours of everyone together.</summary>
    Hours,

    /// <summary>Days from begin to end, both counted.</summary>
    Days,

    /// <summary>What got in the way, and what helped.</summary>
    Obstacle,
}

/// <summary>There is something new to learn from those who carried out the step plan of a solution. Who they are it does not say.</summary>
/// <param name="Solution">The solution.</param>
/// <param name="Organisations">From how many organisations it is learned now; a multiple of five.</param>
[Told("Geleerd van wie het stappenplan afmaakte")]
internal sealed record LessonsLearned(SolutionId Solution, int Organisations) : LedgerEvent(Solution.Value)
{
    /// <inheritdoc/>
    public override string Subject => "Solution";
}
