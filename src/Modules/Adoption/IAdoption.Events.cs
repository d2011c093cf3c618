using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Adoption;

/// <summary>Something happened to the uses of a solution.</summary>
/// <param name="Solution">The solution.</param>
public abstract record UseEvent(SolutionId Solution) : LedgerEvent(Solution.Value)
{
    /// <inheritdoc/>
    public override string Subject => "Solution";
}

/// <summary>Somebody stated that an organisation uses this solution.</summary>
[Told("Gebruik gemeld")]
public sealed record UseClaimed(SolutionId Solution, OrganisationId User, UseState State, string ClaimedBy, DateOnly ClaimedOn)
    : UseEvent(Solution);

/// <summary>A source stated the same uses on a later day. Only that day changed, so it is told once for many.</summary>
/// <param name="ClaimedBy">The source by name.</param>
/// <param name="ClaimedOn">The day of the source.</param>
/// <param name="Solutions">The solutions of which uses have that day now.</param>
[Told("Gebruik nog eens gemeld")]
public sealed record UsesStatedAgain(string ClaimedBy, DateOnly ClaimedOn, IReadOnlyList<SolutionId> Solutions) : LedgerEvent(Guid.Empty)
{
    /// <inheritdoc/>
    public override string Subject => "Uses";
}

/// <summary>A person of an organisation stated that it uses this solution.</summary>
/// <param name="Solution">The solution.</param>
/// <param name="User">The organisation.</param>
/// <param name="Confirmed">Whether the person could confirm it for the organisation.</param>
[Told("Eigen gebruik gemeld")]
public sealed record OwnUseStated(SolutionId Solution, OrganisationId User, bool Confirmed) : UseEvent(Solution);

/// <summary>The uses of a solution are counted together with those of another from now on, or by themselves again.</summary>
[Told("Gebruik samen geteld")]
public sealed record UsesRegrouped(SolutionId Solution) : UseEvent(Solution);

/// <summary>The uses of a fictional sample were put in.</summary>
[Told("Gebruik van een voorbeeld gemaakt")]
public sealed record SampleUsesRegistered(SolutionId Solution, int Uses)
    : UseEvent(Solution);

/// <summary>Who takes part in a joint body that uses this solution changed, and with it who counts as a user.</summary>
[Told("Deelnemers van een gebruiker gewijzigd")]
public sealed record MembersOfUserChanged(SolutionId Solution, OrganisationId JointBody) : UseEvent(Solution);

/// <summary>A use shows at the municipality that carries on from now on, as it was.</summary>
[Told("Gebruik ging mee bij een herindeling")]
public sealed record UseMoved(SolutionId Solution, OrganisationId Predecessor, OrganisationId Successor, DateOnly On) : UseEvent(Solution);

/// <summary>A municipality was split; one of those that carry on is asked whether it goes on with this use.</summary>
[Told("Gebruik gevraagd na een splitsing")]
public sealed record UseAskedAfterSplit(SolutionId Solution, OrganisationId Predecessor, OrganisationId Successor, DateOnly On) : UseEvent(Solution);

/// <summary>The use of a municipality that ended stays as it was, and counts where it went.</summary>
[Told("Gebruik van een vroegere gemeente afgesloten")]
public sealed record UseLeft(SolutionId Solution, OrganisationId Predecessor, DateOnly On) : UseEvent(Solution);
