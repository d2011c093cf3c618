using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Parelmuur.Kernel.Watching;

/// <summary>How often pages of one kind were asked for on one day, on all nodes together. It knows no person, address or cookie.</summary>
internal sealed class DailyUsage
{
    public const int RouteLength = 200;

    public DateOnly Day { get; private set; }

    /// <summary>The pattern of the address, such as "oplossingen/{slug}": which solution it was is not kept.</summary>
    public string Route { get; private set; } = "";

    public long Asked { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<DailyUsage>
    {
        public void Configure(EntityTypeBuilder<DailyUsage> builder)
        {
            builder.ToTable("kernel_usage");
            builder.HasKey(usage => new { usage.Day, usage.Route });
            builder.Property(usage => usage.Route).HasMaxLength(RouteLength);
        }
    }
}
