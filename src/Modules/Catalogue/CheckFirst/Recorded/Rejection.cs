using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Catalogue.CheckFirst.Recorded;

/// <summary>"Dit past niet, want …": a municipality says of one match of its check that it does not fit.</summary>
/// <remarks>It lowers that solution a little for alike plans, until it is taken back, set aside, or its check withdrawn.</remarks>
internal sealed class Rejection(Guid check, SolutionId solution, OrganisationId organisation, DateOnly on, string reason)
{
    public const int ReasonLength = 300;

    public Guid Check { get; private set; } = check;

    public SolutionId Solution { get; private set; } = solution;

    public OrganisationId Organisation { get; private set; } = organisation;

    public DateOnly On { get; private set; } = on;

    public string Reason { get; private set; } = reason;

    public DateOnly? TakenBack { get; private set; }

    /// <summary>When an editor said that it counts no more.</summary>
    public DateOnly? SetAside { get; private set; }

    /// <summary>Rejects with a reason.</summary>
    public static Rejection Of(RecordedCheck check, SolutionId solution, DateOnly on, string reason) => reason.Length > ReasonLength
        ? throw new RuleViolation($"Rejected[{solution}]", "Houd je reden korter: hoogstens 300 tekens.")
        : new(check.Id, solution, check.Organisation, on, reason);

    /// <summary>The municipality takes it back.</summary>
    public void TakeBack(DateOnly today) => TakenBack = today;

    /// <summary>The municipality says it again.</summary>
    public void Again() => TakenBack = null;

    /// <summary>An editor lets it count no more.</summary>
    public void PutAside(DateOnly today) => SetAside = today;

    /// <summary>An editor lets it count again.</summary>
    public void Count() => SetAside = null;

    internal sealed class Mapping : IEntityTypeConfiguration<Rejection>
    {
        public void Configure(EntityTypeBuilder<Rejection> rejection)
        {
            rejection.ToTable("catalogue_rejections");
            rejection.HasKey(each => new { each.Check, each.Solution });
            rejection.Property(each => each.Reason).HasMaxLength(ReasonLength);
            rejection.HasIndex(each => each.Solution);
        }
    }
}
