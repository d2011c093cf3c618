using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;

namespace Parelmuur.Adoption.Uses;

/// <summary>One organisation uses one solution.</summary>
/// <remarks>There is one use per organisation and solution; it moves through the states and is never deleted.</remarks>
internal sealed class Use
{
    public const int ClaimedByLength = 120;

    private const string OwnPeople = "een medewerker van de gebruiker zelf";

    private Use() { }

    public UseId Id { get; private set; }

    public SolutionId Solution { get; private set; }

    public OrganisationId User { get; private set; }

    public UseState State { get; private set; }

    public DateOnly? Since { get; private set; }

    public DateOnly? ConfirmedOn { get; private set; }

    public string? ClaimedBy { get; private set; }

    public DateOnly? ClaimedOn { get; private set; }

    public static Use Claimed(UseClaim claim) => new()
    {
        Id = UseId.New(),
        Solution = claim.Solution,
        User = claim.User,
        State = claim.State,
        Since = claim.Since,
        ClaimedBy = claim.ClaimedBy,
        ClaimedOn = claim.ClaimedOn,
    };

    public static Use Own(SolutionId solution, OrganisationId user) => new() { Id = UseId.New(), Solution = solution, User = user };

    public static Use Sample(SampleUse sample) => new()
    {
        Id = UseId.New(),
        Solution = sample.Solution,
        User = sample.User,
        State = sample.State,
        Since = sample.Since,
        ConfirmedOn = sample.ConfirmedOn,
    };

    /// <summary>A source states it again, perhaps with another state. What the user confirmed stays.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool ClaimAgain(UseClaim claim)
    {
        if (ConfirmedOn is not null || State == claim.State)
            return false;
        State = claim.State;
        ClaimedBy = claim.ClaimedBy;
        ClaimedOn = claim.ClaimedOn;
        return true;
    }

    /// <summary>Somebody of the user itself says that it uses the solution; who may, confirms it at once.</summary>
    /// <remarks>The name of the person stays out of it: the ledger knows who it was.</remarks>
    /// <returns>Whether anything changed.</returns>
    public bool StateOwn(bool confirms, DateOnly today)
    {
        if (State == UseState.Active && (confirms ? ConfirmedOn == today : ConfirmedOn is not null || ClaimedBy == OwnPeople))
            return false;
        State = UseState.Active;
        if (confirms)
            ConfirmedOn = today;
        else
            (ClaimedBy, ClaimedOn) = (OwnPeople, today);
        return true;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Use>
    {
        public void Configure(EntityTypeBuilder<Use> use)
        {
            use.ToTable("adoption_uses");
            use.HasKey(each => each.Id);
            use.Property(each => each.Id).ValueGeneratedNever();
            use.Property(each => each.ClaimedBy).HasMaxLength(ClaimedByLength);
            use.HasIndex(each => new { each.Solution, each.User }).IsUnique();
            use.HasIndex(each => each.User);
        }
    }
}
