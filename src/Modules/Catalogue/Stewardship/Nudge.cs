using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Stewardship;

/// <summary>When a person was last asked by mail to look at what they look after. Never more than once a week.</summary>
internal sealed class Nudge(PersonId person, DateTimeOffset sent)
{
    public PersonId Person { get; private set; } = person;

    public DateTimeOffset Sent { get; private set; } = sent;

    /// <summary>Asked again.</summary>
    public void Again(DateTimeOffset now) => Sent = now;

    internal sealed class Mapping : IEntityTypeConfiguration<Nudge>
    {
        public void Configure(EntityTypeBuilder<Nudge> nudge)
        {
            nudge.ToTable("catalogue_nudges");
            nudge.HasKey(each => each.Person);
        }
    }
}
