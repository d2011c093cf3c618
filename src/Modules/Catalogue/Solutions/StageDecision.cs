using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
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
            decision.HasIndex(each => new { each.Solution, each.Date });
        }
    }
}
