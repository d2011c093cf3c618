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

/// <summary>A solution was shared for the first time.</summary>
[Told("Oplossing gedeeld")]
public sealed record SolutionShared(SolutionId Solution, string Title, Stage Stage) : LedgerEvent(Solution.Value)
{
    /// <inheritdoc/>
    public override string Subject => "Solution";
}

/// <summary>A solution was taken off the wall shortly after it was shared.</summary>
[Told("Oplossing teruggenomen")]
public sealed record SolutionTakenBack(SolutionId Solution) : LedgerEvent(Solution.Value)
{
    /// <inheritdoc/>
    public override string Subject => "Solution";
}

/// <summary>The text or the facts of a solution changed.</summary>
/// <param name="Solution">The solution.</param>
/// <param name="Fields">The names of what changed.</param>
[Told("Oplossing gewijzigd")]
public sealed record SolutionRevised(SolutionId Solution, IReadOnlyList<string> Fields) : LedgerEvent(Solution.Value)
{
    /// <inheritdoc/>
    public override string Subject => "Solution";
}

/// <summary>Somebody who looks after a solution said that it is still true.</summary>
[Told("Oplossing bevestigd")]
public sealed record SolutionConfirmed(SolutionId Solution, DateOnly On) : LedgerEvent(Solution.Value)
{
    /// <inheritdoc/>
    public override string Subject => "Solution";
}

/// <summary>Nobody confirmed a solution in time.</summary>
[Told("Oplossing niet meer bevestigd")]
public sealed record SolutionFaded(SolutionId Solution) : LedgerEvent(Solution.Value)
{
    /// <inheritdoc/>
    public override string Subject => "Solution";
}

/// <summary>A solution is unconfirmed for long and nobody looks after it: it looks for a steward.</summary>
[Told("Beheerder gezocht")]
public sealed record StewardWanted(SolutionId Solution) : LedgerEvent(Solution.Value)
{
    /// <inheritdoc/>
    public override string Subject => "Solution";
}

/// <summary>A person was asked by mail whether some solutions and intentions still hold.</summary>
[Told("Beheerder herinnerd")]
public sealed record StewardNudged(PersonId Person, int Solutions, int Intentions) : LedgerEvent(Person.Value)
{
    /// <inheritdoc/>
    public override string Subject => "Person";
}

/// <summary>A person was asked to become steward or deputy of a solution.</summary>
/// <param name="Solution">The solution.</param>
/// <param name="Role">"Steward" or "Deputy".</param>
/// <param name="Person">Who was asked.</param>
[Told("Beheerder gevraagd")]
public sealed record StewardAsked(SolutionId Solution, string Role, PersonId Person) : LedgerEvent(Solution.Value)
{
    /// <inheritdoc/>
    public override string Subject => "Solution";
}

/// <summary>The question to become steward or deputy ended.</summary>
/// <param name="Solution">The solution.</param>
/// <param name="Role">"Steward" or "Deputy".</param>
/// <param name="Person">Who was asked.</param>
/// <param name="Outcome">"Accepted", "Declined" or "Withdrawn".</param>
[Told("Beheerder gaf antwoord")]
public sealed record StewardAnswered(SolutionId Solution, string Role, PersonId Person, string Outcome) : LedgerEvent(Solution.Value)
{
    /// <inheritdoc/>
    public override string Subject => "Solution";
}

/// <summary>A solution has no steward or deputy any more: the person laid it down, or closed the account.</summary>
[Told("Beheerder vertrokken")]
public sealed record StewardLeft(SolutionId Solution, string Role) : LedgerEvent(Solution.Value)
{
    /// <inheritdoc/>
    public override string Subject => "Solution";
}

/// <summary>Somebody who looked after a solution closed the account and asked to be forgotten: older versions name them no more.</summary>
[Told("Naam van een oud-beheerder weggehaald")]
public sealed record StewardForgotten(SolutionId Solution) : LedgerEvent(Solution.Value)
{
    /// <inheritdoc/>
    public override string Subject => "Solution";
}

/// <summary>A source said the same of what it holds on a later day. Only that day changed, so it is told once for many.</summary>
/// <param name="Source">The key of the source.</param>
/// <param name="Date">The day of the source.</param>
/// <param name="Entries">Of how many of its entries.</param>
[Told("Bron nog eens gelezen")]
public sealed record SourceReadAgain(string Source, DateOnly Date, int Entries) : LedgerEvent(Guid.Empty)
{
    /// <inheritdoc/>
    public override string Subject => "Source";
}

/// <summary>Themes were added to the list of the platform.</summary>
[Told("Thema’s toegevoegd")]
public sealed record ThemesAdded(IReadOnlyList<string> Themes) : LedgerEvent(Guid.Empty)
{
    /// <inheritdoc/>
    public override string Subject => "Themes";
}
