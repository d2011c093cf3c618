using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Parelmuur.Catalogue.Themes;

/// <summary>A societal theme of one of the lists in use. Several lists live side by side.</summary>
internal sealed class Theme(string slug, string label, string labelEnglish, string list)
{
    public const int LabelLength = 80, ListLength = 40;

    public string Slug { get; private set; } = slug;

    public string Label { get; private set; } = label;

    public string LabelEnglish { get; private set; } = labelEnglish;

    /// <summary>The list it comes from: "congres", "vng-2030", "nds".</summary>
    public string List { get; private set; } = list;

    internal sealed class Mapping : IEntityTypeConfiguration<Theme>
    {
        public void Configure(EntityTypeBuilder<Theme> theme)
        {
            theme.ToTable("catalogue_themes");
            theme.HasKey(each => each.Slug);
            theme.Property(each => each.Slug).HasMaxLength(Kernel.Text.Slug.MaxLength);
            theme.Property(each => each.Label).HasMaxLength(LabelLength);
            theme.Property(each => each.LabelEnglish).HasMaxLength(LabelLength);
            theme.Property(each => each.List).HasMaxLength(ListLength);
        }
    }
}
