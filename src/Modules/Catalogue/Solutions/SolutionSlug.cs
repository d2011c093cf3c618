using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>An address that a solution has or had. Addresses never die: a former one leads to the one of today.</summary>
internal sealed class SolutionSlug(string slug, SolutionId solution)
{
    public string Slug { get; private set; } = slug;

    public SolutionId Solution { get; private set; } = solution;

    /// <summary>From now on it leads to another solution.</summary>
    public void LeadTo(SolutionId other) => Solution = other;

    internal sealed class Mapping : IEntityTypeConfiguration<SolutionSlug>
    {
        public void Configure(EntityTypeBuilder<SolutionSlug> slug)
        {
            slug.ToTable("catalogue_slugs");
            slug.HasKey(each => each.Slug);
            slug.Property(each => each.Slug).HasMaxLength(Kernel.Text.Slug.MaxLength);
            slug.HasIndex(each => each.Solution);
        }
    }
}
