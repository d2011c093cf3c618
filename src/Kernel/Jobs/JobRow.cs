using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Parelmuur.Kernel.Jobs;

/// <summary>When a job must run again, and which node has it now.</summary>
internal sealed class JobRow
{
    public const int NameLength = 80, NodeLength = 80;

    private JobRow() { }

    public string Name { get; private set; } = "";

    public DateTimeOffset Due { get; private set; }

    public string LeasedBy { get; private set; } = "";

    public DateTimeOffset LeasedUntil { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<JobRow>
    {
        public void Configure(EntityTypeBuilder<JobRow> job)
        {
            job.ToTable("kernel_jobs");
            job.HasKey(each => each.Name);
            job.Property(each => each.Name).HasMaxLength(NameLength);
            job.Property(each => each.LeasedBy).HasMaxLength(NodeLength);
        }
    }
}
