using System.Linq.Expressions;
using Parelmuur.Kernel.People;

namespace Parelmuur.Adoption.Uses;

/// <summary>What the register reads of a use: no more than it keeps, because there may be hundreds of thousands.</summary>
internal sealed record UseRow(
    UseId Id, SolutionId Solution, OrganisationId User, UseState State, DateOnly? Since, DateOnly? ConfirmedOn, string? ClaimedBy, DateOnly? ClaimedOn,
    bool Hidden, bool Rejected, bool StandsAside, OrganisationId? Origin, DateOnly? OriginOn, bool Moved, bool Asked)
{
    /// <summary>Whether the user uses or plans it.</summary>
    public bool Counts => State is UseState.Active or UseState.Planned && !Rejected;

    /// <summary>Straight from the row of the table.</summary>
    public static Expression<Func<Use, UseRow>> Of { get; } = use => new UseRow(
        use.Id, use.Solution, use.User, use.State, use.Since, use.ConfirmedOn, use.ClaimedBy, use.ClaimedOn, use.Hidden, use.RejectedOn != null,
        use.RejectReason == Use.TakenBack || (use.ClaimedAs == ClaimKind.JointBody && use.ConfirmedOn == null && use.RejectedOn == null),
        use.Origin, use.OriginOn, use.MovedOn != null, use.ClaimedAs == ClaimKind.Predecessor && use.ConfirmedOn == null && use.RejectedOn == null);
}
