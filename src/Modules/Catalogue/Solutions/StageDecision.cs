using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>Why a solution stands at its stage: who decided what, when, on which evidence.</summary>
internal sealed class StageDecision
{
    public const int BodyLength = 160, TextLength = 2_000;

    private StageDecision() { }

    public Guid Id { get; private set; }

    public SolutionId Solution { get; private set; }

    public Stage? From { get; private set; }

    public Stage To { get; private set; }

    public DateOnly Date { get; private set; }

    /// <summary>The body or person that decided.</summary>
    public string Body { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public string Evidence { get; private set; } = "";

    /// <summary>Whether the step was refused: it stays where it was, and everyone can read why.</summary>
    public bool Refused { get; private set; }

    /// <summary>Who pays for the upkeep, until when and how often it is renewed; only for a step to Collective.</summary>
    public Maintenance? Maintenance { get; private set; }

    /// <summary>Where to read what the platform cannot count itself.</summary>
    public IReadOnlyList<Link> Proofs { get; private set; } = [];

    /// <summary>When an editor took it back, because it was written down by mistake. It shows nowhere then.</summary>
    public DateTimeOffset? Undone { get; private set; }

    public static StageDecision Of(
        SolutionId solution, Stage? from, Stage to, DateOnly date, string body, string reason, string evidence) => new()
    {
        Id = Guid.CreateVersion7(),
        Solution = solution,
        From = from,
        To = to,
        Date = date,
        Body = body,
        Reason = reason,
        Evidence = evidence,
    };

    /// <summary>The same decision, as a refusal.</summary>
    public StageDecision Refuse()
    {
        Refused = true;
        return this;
    }

    /// <summary>The same decision, with what it rests on.</summary>
    public StageDecision With(Maintenance? maintenance, IReadOnlyList<Link> proofs)
    {
        (Maintenance, Proofs) = (maintenance, proofs);
        return this;
    }

    /// <summary>It was written down by mistake.</summary>
    public void Undo(DateTimeOffset now) => Undone = now;

    internal sealed class Mapping : IEntityTypeConfiguration<StageDecision>
    {
        public void Configure(EntityTypeBuilder<StageDecision> decision)
        {
            decision.ToTable("catalogue_stage_decisions");
            decision.HasKey(each => each.Id);
            decision.Property(each => each.Id).ValueGeneratedNever();
            decision.Property(each => each.Body).HasMaxLength(BodyLength);
            decision.Property(each => each.Reason).HasMaxLength(TextLength);
            decision.Property(each => each.Evidence).HasMaxLength(TextLength);
            decision.Property(each => each.Maintenance).AsJson();
            decision.Property(each => each.Proofs).AsJson();
            decision.HasIndex(each => new { each.Solution, each.Date });
        }
    }
}

/// <summary>The agreement on the upkeep of a collective solution.</summary>
/// <param name="PaidBy">Who pays.</param>
/// <param name="Until">Until when.</param>
/// <param name="Rhythm">How often there is a new version: "elk kwartaal".</param>
internal sealed record Maintenance(string PaidBy, DateOnly Until, string Rhythm)
{
    public const int TextLength = 160;
}
