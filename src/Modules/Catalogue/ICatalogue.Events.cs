using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue;

/// <summary>Something happened to a solution as a whole: it ended, came back, became one with another, took a step.</summary>
/// <param name="Solution">The solution.</param>
public abstract record SolutionEvent(SolutionId Solution) : LedgerEvent(Solution.Value)
{
    /// <inheritdoc/>
    public override string Subject => "Solution";
}

/// <summary>A solution ended: it keeps its address, and leaves the wall.</summary>
/// <param name="Solution">The solution.</param>
/// <param name="Successor">What took its place, if anything.</param>
/// <param name="Reason">Why it ended; may be empty when there is a successor.</param>
[Told("Oplossing gearchiveerd")]
public sealed record SolutionArchived(SolutionId Solution, SolutionId? Successor, string Reason) : SolutionEvent(Solution);

/// <summary>A solution that had ended is back on the wall.</summary>
[Told("Oplossing teruggehaald")]
public sealed record SolutionBroughtBack(SolutionId Solution) : SolutionEvent(Solution);

/// <summary>Two solutions were the same thing: one was taken up in the other, and its address leads there now.</summary>
/// <remarks>
/// Rooms that keep something by solution show it at <paramref name="Into"/> from now on. They keep it under the id that
/// it had, so that <see cref="MergeUndone"/> costs nothing.
/// </remarks>
/// <param name="Solution">The one that was taken up.</param>
/// <param name="Into">The one that goes on.</param>
[Told("Oplossing samengevoegd met een andere")]
public sealed record SolutionMerged(SolutionId Solution, SolutionId Into) : SolutionEvent(Solution);

/// <summary>A solution that was taken up in another stands by itself again.</summary>
/// <param name="Solution">The one that had been taken up.</param>
/// <param name="From">The one that had gone on.</param>
[Told("Samenvoegen ongedaan gemaakt")]
public sealed record MergeUndone(SolutionId Solution, SolutionId From) : SolutionEvent(Solution);

/// <summary>Who looks after a solution asked for the next step.</summary>
[Told("Volgende fase gevraagd")]
public sealed record StageAsked(SolutionId Solution, Stage To) : SolutionEvent(Solution);

/// <summary>The question for the next step was taken back.</summary>
[Told("Vraag om een fase ingetrokken")]
public sealed record StageRequestWithdrawn(SolutionId Solution, Stage To) : SolutionEvent(Solution);

/// <summary>A body decided about the stage of a solution.</summary>
/// <param name="Solution">The solution.</param>
/// <param name="From">The stage before.</param>
/// <param name="To">The stage that it is about.</param>
/// <param name="Refused">Whether the step was refused, so that the stage stays.</param>
[Told("Besluit over de fase")]
public sealed record StageDecided(SolutionId Solution, Stage From, Stage To, bool Refused) : SolutionEvent(Solution);

/// <summary>A decision that was written down by mistake was taken back.</summary>
[Told("Besluit over de fase teruggedraaid")]
public sealed record StageDecisionUndone(SolutionId Solution, Stage To) : SolutionEvent(Solution);

/// <summary>Two solutions may be the same, a person or an import says.</summary>
[Told("Misschien dubbel")]
public sealed record MergeProposed(SolutionId Solution, SolutionId Other) : SolutionEvent(Solution);

/// <summary>An editor says that two solutions are not the same.</summary>
[Told("Niet dubbel")]
public sealed record MergeRefused(SolutionId Solution, SolutionId Other) : SolutionEvent(Solution);
