using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue;

/// <summary>The door of Catalogue: what solutions there are.</summary>
public interface ICatalogue
{
    /// <summary>Cards of these solutions, in no particular order; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<SolutionId, SolutionCard>> CardsAsync(
        IReadOnlyCollection<SolutionId> solutions, CancellationToken cancellation);
}

/// <summary>What a card, a list or a search result shows of a solution.</summary>
public sealed record SolutionCard(
    SolutionId Id,
    string Slug,
    string Title,
    string Promise,
    SolutionKind Kind,
    Stage Stage,
    SolutionStatus Status,
    IReadOnlyList<string> Themes,
    OrganisationId? Origin,
    DateOnly Shared,
    DateOnly? LastConfirmed,
    bool IsSample);

/// <summary>What kind of thing a solution is.</summary>
public enum SolutionKind
{
    /// <summary>A way of working.</summary>
    WorkPractice,

    /// <summary>Something you take into use as it is.</summary>
    Product,

    /// <summary>Something others do for you.</summary>
    Service,

    /// <summary>A whole of measures over years.</summary>
    Programme,

    /// <summary>A model letter, regulation, contract or form.</summary>
    ModelDocument,

    /// <summary>A method to measure, weigh or decide.</summary>
    Instrument,

    /// <summary>Software.</summary>
    Software,

    /// <summary>A data set.</summary>
    DataSet,

    /// <summary>A standard, or an agreement on how to do something.</summary>
    Standard,

    /// <summary>Buying together.</summary>
    Procurement,
}

/// <summary>How far a solution has come on the golden path. The order is the order of the path.</summary>
public enum Stage
{
    /// <summary>Pareltje: works in one place.</summary>
    Gem,

    /// <summary>Tried in at least two places, with criteria set before.</summary>
    Pilot,

    /// <summary>Gedeeld: others can take it over, with a plan and a person.</summary>
    Shared,

    /// <summary>Collectief: funded and maintained for all.</summary>
    Collective,

    /// <summary>Standaard: adopted by the members.</summary>
    Standard,
}

/// <summary>Where an entry stands.</summary>
public enum SolutionStatus
{
    /// <summary>Named by somebody else, waiting for its owner.</summary>
    Tip,

    /// <summary>Being written; only its writers see it.</summary>
    Draft,

    /// <summary>Public.</summary>
    Published,

    /// <summary>Public, but nobody confirmed it in time.</summary>
    Unconfirmed,

    /// <summary>Ended, with a successor or a reason. The address stays.</summary>
    Archived,
}

/// <summary>A solution was shared for the first time.</summary>
public sealed record SolutionShared(SolutionId Solution, string Title, Stage Stage) : LedgerEvent(Solution.Value)
{
    /// <inheritdoc/>
    public override string Subject => "Solution";
}

/// <summary>The text or the facts of a solution changed.</summary>
/// <param name="Solution">The solution.</param>
/// <param name="Fields">The names of what changed.</param>
public sealed record SolutionRevised(SolutionId Solution, IReadOnlyList<string> Fields) : LedgerEvent(Solution.Value)
{
    /// <inheritdoc/>
    public override string Subject => "Solution";
}
