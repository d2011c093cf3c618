using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Organisations.JointBodies;

/// <summary>One municipality takes part in one joint body for some time.</summary>
/// <remarks>Who leaves and comes back has two rows. Nothing is deleted: who never took part left on the day it came.</remarks>
internal sealed class JointBodyMember
{
    private JointBodyMember() { }

    public Guid Id { get; private set; }

    public OrganisationId JointBody { get; private set; }

    public OrganisationId Municipality { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly ValidFrom { get; private set; }

    /// <summary>First day on which it no longer takes part; null while no end is known.</summary>
    public DateOnly? ValidUntil { get; private set; }

    public static JointBodyMember Of(OrganisationId jointBody, OrganisationId municipality, DateOnly from) => new()
    {
        Id = Guid.CreateVersion7(),
        JointBody = jointBody,
        Municipality = municipality,
        ValidFrom = from,
    };

    /// <summary>Ends it.</summary>
    /// <param name="until">First day on which it no longer takes part.</param>
    /// <exception cref="RuleViolation">That is before it began.</exception>
    public void End(DateOnly until)
    {
        if (until < ValidFrom)
            throw new RuleViolation("On", "Het einde ligt voor het begin. Kies een latere dag.");
        ValidUntil = until;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<JointBodyMember>
    {
        public void Configure(EntityTypeBuilder<JointBodyMember> member)
        {
            member.ToTable("organisations_joint_body_members");
            member.HasKey(each => each.Id);
            member.Property(each => each.Id).ValueGeneratedNever();
            member.HasIndex(each => each.JointBody);
        }
    }
}
