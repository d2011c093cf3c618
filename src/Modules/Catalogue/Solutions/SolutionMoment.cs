using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>Something worth telling on the chain of origin, beside the decisions: "Meppel maakt een avondversie".</summary>
internal sealed class SolutionMoment(Guid id, SolutionId solution, DateOnly date, string text)
{
    public const int TextLength = 500;

    public Guid Id { get; private set; } = id;

    public SolutionId Solution { get; private set; } = solution;

    public DateOnly Date { get; private set; } = date;

    public string Text { get; private set; } = text;

    internal sealed class Mapping : IEntityTypeConfiguration<SolutionMoment>
    {
        public void Configure(EntityTypeBuilder<SolutionMoment> moment)
        {
            moment.ToTable("catalogue_moments");
            moment.HasKey(each => each.Id);
            moment.Property(each => each.Id).ValueGeneratedNever();
            moment.Property(each => each.Text).HasMaxLength(TextLength);
            moment.HasIndex(each => new { each.Solution, each.Date });
        }
    }
}
