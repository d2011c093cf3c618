using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;

namespace Parelmuur.Adoption.Uses;

/// <summary>One organisation uses one solution.</summary>
/// <remarks>
/// There is one use per organisation and solution; it moves through the states and is never deleted. What others state of it is in
/// this file, what the organisation itself decides in the other.
/// </remarks>
internal sealed partial class Use
{
    public const int ClaimedByLength = 120;

    private const string OwnPeople = "een medewerker van de gebruiker zelf";

    /// <summary>The reason of what the user itself took back, so that it is as if it never said it.</summary>
    public const string TakenBack = "Teruggenomen";

    private Use() { }

    public UseId Id { get; private set; }

    public SolutionId Solution { get; private set; }

    public OrganisationId User { get; private set; }

    public UseState State { get; private set; }

    public DateOnly? Since { get; private set; }

    /// <summary>The last day on which the user itself said how it stands.</summary>
    public DateOnly? ConfirmedOn { get; private set; }

    public string? ClaimedBy { get; private set; }

    public ClaimKind? ClaimedAs { get; private set; }

    public DateOnly? ClaimedOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public string? EndReason { get; private set; }

    public DateOnly? RejectedOn { get; private set; }

    public string? RejectReason { get; private set; }

    /// <summary>Sources that were told that it is not so. They can state it again, but it stays rejected.</summary>
    public IReadOnlyList<string> RejectedSources { get; private set; } = [];

    public bool Hidden { get; private set; }

    public string? Version { get; private set; }

    public string? Changed { get; private set; }

    public WouldAgain? Again { get; private set; }

    public string? Contact { get; private set; }

    /// <summary>Rises with each decision, so that of two at the same time one looks again.</summary>
    public int Revision { get; private set; }

    /// <summary>The decisions with which it was decided last, so that these can be undone together.</summary>
    public Guid? Batch { get; private set; }

    /// <summary>How it stood before those, as JSON.</summary>
    public string? Before { get; private set; }

    /// <summary>Whether the user has nothing to say of it: it took back what it said, or only a joint body spoke for it.</summary>
    public bool StandsAside =>
        RejectReason == TakenBack || (ClaimedAs == ClaimKind.JointBody && ConfirmedOn is null && RejectedOn is null);

    public static Use Claimed(UseClaim claim)
    {
        var use = Own(claim.Solution, claim.User);
        use.Take(claim);
        use.Since = claim.Since;
        return use;
    }

    public static Use Own(SolutionId solution, OrganisationId user) => new() { Id = UseId.New(), Solution = solution, User = user, isNew = true };

    public static Use Sample(SampleUse sample) => new()
    {
        Id = UseId.New(),
        Solution = sample.Solution,
        User = sample.User,
        State = sample.State,
        Since = sample.Since,
        ConfirmedOn = sample.ConfirmedOn,
    };

    /// <summary>A source states it again, perhaps with another state. What the user confirmed or rejected stays.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool ClaimAgain(UseClaim claim)
    {
        if (MovedOn is not null || ConfirmedOn is not null || IsRejectedFor(claim.ClaimedBy) || (State == claim.State && RejectedOn is null))
            return false;
        Take(claim);
        (RejectedOn, RejectReason) = (null, null);
        Decided(null, null);
        return true;
    }

    /// <summary>The source that stated it still does, on a later day. What the user confirmed or rejected stays.</summary>
    /// <returns>Whether that day is later.</returns>
    public bool StatedAgain(UseClaim claim)
    {
        if (MovedOn is not null || ConfirmedOn is not null || RejectedOn is not null || State != claim.State
            || ClaimedAs != claim.Kind || !string.Equals(ClaimedBy, claim.ClaimedBy, StringComparison.Ordinal) || !(ClaimedOn < claim.ClaimedOn))
        {
            return false;
        }

        ClaimedOn = claim.ClaimedOn;
        return true;
    }

    /// <summary>Somebody of the user itself says that it uses the solution; who may, confirms it at once.</summary>
    /// <remarks>The name of the person stays out of it: the ledger knows who it was. Others change nothing of what was answered for the user.</remarks>
    /// <returns>Whether anything changed, or why it cannot; then nothing changed.</returns>
    public UseOutcome StateOwn(bool confirms, DateOnly today)
    {
        if (MovedOn is not null)
            return new(false, "", Gone);
        if (!confirms && WhyOnlyACoordinator(ConfirmedOn) is { } trouble)
            return new(false, "", trouble);
        if (RejectedOn is null && State == UseState.Active && (confirms ? ConfirmedOn == today : ClaimedBy == OwnPeople))
            return UseOutcome.Nothing;
        (State, EndedOn, EndReason, RejectedOn, RejectReason) = (UseState.Active, null, null, null, null);
        if (confirms)
            ConfirmedOn = today;
        else
            (ClaimedBy, ClaimedAs, ClaimedOn) = (OwnPeople, ClaimKind.OwnPeople, today);
        Decided(null, null);
        return new(true);
    }

    private bool IsRejectedFor(string source) => RejectedSources.Contains(source, StringComparer.OrdinalIgnoreCase);

    private void Take(UseClaim claim) =>
        (State, ClaimedBy, ClaimedAs, ClaimedOn) = (claim.State, claim.ClaimedBy, claim.Kind, claim.ClaimedOn);

    internal sealed class Mapping : IEntityTypeConfiguration<Use>
    {
        public void Configure(EntityTypeBuilder<Use> use)
        {
            use.ToTable("adoption_uses");
            use.HasKey(each => each.Id);
            use.Property(each => each.Id).ValueGeneratedNever();
            use.Property(each => each.ClaimedBy).HasMaxLength(ClaimedByLength);
            use.Property(each => each.EndReason).HasMaxLength(UseLimits.ReasonLength);
            use.Property(each => each.RejectReason).HasMaxLength(UseLimits.ReasonLength);
            use.Property(each => each.Version).HasMaxLength(UseLimits.VersionLength);
            use.Property(each => each.Changed).HasMaxLength(UseLimits.ChangedLength);
            use.Property(each => each.Contact).HasMaxLength(UseLimits.ContactLength);
            use.Property(each => each.Revision).IsConcurrencyToken();
            use.HasIndex(each => new { each.Solution, each.User }).IsUnique();
            use.HasIndex(each => new { each.User, each.ConfirmedOn });
        }
    }
}
