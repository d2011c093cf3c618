using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;

namespace Parelmuur.Conversations.Moderation;

/// <summary>Somebody thinks that a contribution should not stand there.</summary>
internal sealed class Report
{
    public const int ReasonLength = 500;

    private Report() { }

    public Guid Id { get; private set; }

    public ContributionId Contribution { get; private set; }

    public PersonId Reporter { get; private set; }

    public string Reason { get; private set; } = "";

    public DateTimeOffset Reported { get; private set; }

    public DateTimeOffset? Decided { get; private set; }

    public PersonId? DecidedBy { get; private set; }

    /// <summary>Whether the contribution was hidden.</summary>
    public bool Upheld { get; private set; }

    public static Report Of(ContributionId contribution, PersonId reporter, string reason, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        Contribution = contribution,
        Reporter = reporter,
        Reason = string.Concat(reason.Where(letter => !char.IsControl(letter) || letter == '\n')).Trim(),
        Reported = now,
    };

    /// <summary>An editor decided.</summary>
    public void Decide(bool upheld, PersonId by, DateTimeOffset now) => (Upheld, DecidedBy, Decided) = (upheld, by, now);

    internal sealed class Mapping : IEntityTypeConfiguration<Report>
    {
        public void Configure(EntityTypeBuilder<Report> report)
        {
            report.ToTable("conversations_reports");
            report.HasKey(each => each.Id);
            report.Property(each => each.Id).ValueGeneratedNever();
            report.Property(each => each.Reason).HasMaxLength(ReasonLength);
            report.HasIndex(each => each.Contribution);
            report.HasIndex(each => each.Decided);
        }
    }
}
