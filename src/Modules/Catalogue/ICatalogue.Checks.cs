using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue;

/// <summary>What a municipality decided after checking first.</summary>
public enum CheckOutcome
{
    /// <summary>Nothing yet: it was kept to choose later.</summary>
    Open,

    /// <summary>We sluiten aan: use a solution as it is.</summary>
    Join,

    /// <summary>We passen aan: use a part and change something.</summary>
    Adapt,

    /// <summary>We beginnen samen: with others who want the same.</summary>
    StartTogether,

    /// <summary>Niets past, with the reason.</summary>
    NothingFits,
}

/// <summary>Something happened to a recorded check. Plan, reason and matches stay out of the ledger: they are private.</summary>
public abstract record CheckEvent(Guid Check) : LedgerEvent(Check)
{
    /// <summary>The kind of subject of these events.</summary>
    public const string SubjectName = "Check";

    /// <inheritdoc/>
    public override string Subject => SubjectName;
}

/// <summary>A municipality recorded what it found for a plan.</summary>
[Told("Eerst gekeken en vastgelegd")]
public sealed record CheckRecorded(Guid Check, CheckOutcome Outcome) : CheckEvent(Check);

/// <summary>A municipality chose again, or for the first time after keeping it for later.</summary>
[Told("Keuze na eerst kijken aangepast")]
public sealed record CheckRevised(Guid Check, CheckOutcome Outcome) : CheckEvent(Check);

/// <summary>A check became public.</summary>
[Told("Keuze na eerst kijken openbaar gemaakt")]
public sealed record CheckPublished(Guid Check) : CheckEvent(Check);

/// <summary>A check is no longer public.</summary>
[Told("Keuze na eerst kijken weer besloten")]
public sealed record CheckUnpublished(Guid Check) : CheckEvent(Check);

/// <summary>A check was taken back.</summary>
[Told("Keuze na eerst kijken ingetrokken")]
public sealed record CheckWithdrawn(Guid Check) : CheckEvent(Check);

/// <summary>A check that was taken back counts again.</summary>
[Told("Keuze na eerst kijken teruggezet")]
public sealed record CheckPutBack(Guid Check) : CheckEvent(Check);

/// <summary>A municipality said that a solution does not fit its plan.</summary>
[Told("Gezegd dat een oplossing niet past")]
public sealed record MatchRejected(Guid Check, SolutionId Solution) : CheckEvent(Check);

/// <summary>A municipality took back that a solution does not fit.</summary>
[Told("“Past niet” teruggenomen")]
public sealed record RejectionTakenBack(Guid Check, SolutionId Solution) : CheckEvent(Check);

/// <summary>An editor said that a rejection counts no more.</summary>
[Told("“Past niet” telt niet meer mee")]
public sealed record RejectionSetAside(Guid Check, SolutionId Solution) : CheckEvent(Check);

/// <summary>An editor said that a rejection counts again.</summary>
[Told("“Past niet” telt weer mee")]
public sealed record RejectionCounted(Guid Check, SolutionId Solution) : CheckEvent(Check);
