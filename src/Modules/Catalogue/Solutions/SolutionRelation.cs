using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>How one solution relates to another, read from the first to the second. Pages show it from both sides.</summary>
internal sealed class SolutionRelation(SolutionId from, RelationKind kind, SolutionId to)
{
    public SolutionId From { get; private set; } = from;

    public RelationKind Kind { get; private set; } = kind;

    public SolutionId To { get; private set; } = to;

    internal sealed class Mapping : IEntityTypeConfiguration<SolutionRelation>
    {
        public void Configure(EntityTypeBuilder<SolutionRelation> relation)
        {
            relation.ToTable("catalogue_relations");
            relation.HasKey(each => new { each.From, each.Kind, each.To });
            relation.HasIndex(each => each.To);
        }
    }
}

/// <summary>What the first solution does to the second.</summary>
internal enum RelationKind
{
    BuildsOn,
    Replaces,
    PartOf,
    ImplementsStandard,
    HelpsWith,
    VariantOf,
}
