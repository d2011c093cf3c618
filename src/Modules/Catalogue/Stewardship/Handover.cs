using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Stewardship;

/// <summary>A person is asked to become steward or deputy of a solution. Nobody becomes it without saying yes.</summary>
internal sealed class Handover
{
    private Handover() { }

    public Guid Id { get; private set; }

    public SolutionId Solution { get; private set; }

    public StewardRole Role { get; private set; }

    /// <summary>Who is asked.</summary>
    public PersonId Person { get; private set; }

    /// <summary>For whom the person works in this role.</summary>
    public OrganisationId? Organisation { get; private set; }

    public PersonId ProposedBy { get; private set; }

    public DateTimeOffset Proposed { get; private set; }

    public HandoverState State { get; private set; }

    public DateTimeOffset? Decided { get; private set; }

    /// <summary>Asks a person.</summary>
    public static Handover Ask(
        SolutionId solution, StewardRole role, PersonId person, OrganisationId? organisation, PersonId by, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        Solution = solution,
        Role = role,
        Person = person,
        Organisation = organisation,
        ProposedBy = by,
        Proposed = now,
    };

    /// <summary>The person said yes or no, or the question was taken back.</summary>
    public void End(HandoverState state, DateTimeOffset now) => (State, Decided) = (state, now);

    internal sealed class Mapping : IEntityTypeConfiguration<Handover>
    {
        public void Configure(EntityTypeBuilder<Handover> handover)
        {
            handover.ToTable("catalogue_handovers");
            handover.HasKey(each => each.Id);
            handover.Property(each => each.Id).ValueGeneratedNever();
            handover.Property(each => each.State).IsConcurrencyToken();
            handover.HasIndex(each => new { each.Person, each.State });
            handover.HasIndex(each => new { each.Solution, each.State });
        }
    }
}

/// <summary>What a person is asked to become.</summary>
internal enum StewardRole
{
    Steward,
    Deputy,
}

/// <summary>Where the question stands.</summary>
internal enum HandoverState
{
    Asked,
    Accepted,
    Declined,
    Withdrawn,
}
