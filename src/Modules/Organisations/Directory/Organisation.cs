using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Organisations.Directory;

/// <summary>An organisation that is no municipality: a joint body, ministry, supplier, …</summary>
/// <remarks>Municipalities have no row: they come from the facts table and their ids follow from their codes.</remarks>
internal sealed class Organisation
{
    private Organisation() { }

    public OrganisationId Id { get; private set; }

    public OrganisationKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The name as it is sorted.</summary>
    public string SortKey { get; private set; } = "";

    /// <summary>The name as it is compared; one organisation per name.</summary>
    public string NameKey { get; private set; } = "";

    public string Slug { get; private set; } = "";

    /// <summary>A new organisation.</summary>
    /// <param name="name">As the source writes it, without spaces around it.</param>
    /// <param name="nameKey">Its form for comparing.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="slug">Unique among all organisations.</param>
    public static Organisation Of(string name, string nameKey, OrganisationKind kind, string slug) => new()
    {
        Id = OrganisationId.New(),
        Kind = kind,
        Name = name,
        SortKey = Fold.SortKey(name),
        NameKey = nameKey,
        Slug = slug,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<Organisation>
    {
        // Folding can make a name longer: æ becomes ae, & becomes en.
        private const int FoldedLength = NewOrganisation.MaxNameLength * 3;

        public void Configure(EntityTypeBuilder<Organisation> organisation)
        {
            organisation.ToTable("organisations");
            organisation.HasKey(each => each.Id);
            organisation.Property(each => each.Id).ValueGeneratedNever();
            organisation.Property(each => each.Name).HasMaxLength(NewOrganisation.MaxNameLength);
            organisation.Property(each => each.SortKey).HasMaxLength(FoldedLength);
            organisation.Property(each => each.NameKey).HasMaxLength(FoldedLength);
            organisation.Property(each => each.Slug).HasMaxLength(Kernel.Text.Slug.MaxLength);
            organisation.HasIndex(each => each.NameKey).IsUnique();
            organisation.HasIndex(each => each.Slug).IsUnique();
        }
    }
}
