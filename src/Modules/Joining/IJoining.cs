using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Joining;

/// <summary>The door of Joining. Nobody asks this room; what happens here stands in the ledger.</summary>
public abstract record JoiningEvent(OrganisationId Organisation) : LedgerEvent(Organisation.Value)
{
    /// <inheritdoc/>
    public override string Subject => "Organisation";
}

/// <summary>An organisation said that a suggestion does not fit, so that it does not come back.</summary>
[Told("Kans weggelegd")]
public sealed record SuggestionDismissed(OrganisationId Organisation, SolutionId Solution) : JoiningEvent(Organisation);

/// <summary>An organisation wants to see a suggestion again.</summary>
[Told("Kans teruggehaald")]
public sealed record SuggestionRestored(OrganisationId Organisation, SolutionId Solution) : JoiningEvent(Organisation);
