using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>Something worth telling on the chain of origin, beside the decisions: "Meppel maakt een avondversie".</summary>
internal sealed class SolutionMoment(Guid id, SolutionId solution, DateOnly date, string text, PersonId? person = null)
{
    public const int TextLength = 500;

    /// <summary>Where the name of the person stands in the text: who changes or gives up that name changes it here too.</summary>
    public const string Name = "{persoon}";

    public Guid Id { get; private set; } = id;

    public SolutionId Solution { get; private set; } = solution;

    public DateOnly Date { get; private set; } = date;

    public string Text { get; private set; } = text;

    /// <summary>Who is named in it.</summary>
    public PersonId? Person { get; private set; } = person;

    /// <summary>The text with the name, or without one where names are not shown.</summary>
    public static string Said(string text, string? name) => text.Replace(Name, name ?? "een collega", StringComparison.Ordinal);

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
