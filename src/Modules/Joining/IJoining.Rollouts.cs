using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Joining;

/// <summary>Something happened to a roll-out: one organisation's copy of a step plan.</summary>
/// <param name="Rollout">The roll-out.</param>
public abstract record RolloutEvent(Guid Rollout) : LedgerEvent(Rollout)
{
    /// <inheritdoc/>
    public override string Subject => "Rollout";
}

/// <summary>An organisation began with a version of the step plan of a solution.</summary>
/// <param name="Rollout">The roll-out.</param>
/// <param name="Solution">The solution.</param>
/// <param name="Organisation">Who began.</param>
/// <param name="Version">The number of the version.</param>
[Told("Stappenplan gestart")]
public sealed record RolloutStarted(Guid Rollout, SolutionId Solution, OrganisationId Organisation, int Version) : RolloutEvent(Rollout);

/// <summary>People changed a step of their roll-out.</summary>
/// <param name="Rollout">The roll-out.</param>
/// <param name="Step">The step of the plan.</param>
/// <param name="State">Where it stands now.</param>
[Told("Stap bijgewerkt")]
public sealed record RolloutStepChanged(Guid Rollout, Guid Step, StepState State) : RolloutEvent(Rollout);

/// <summary>Files that show that a step is done were added or taken away.</summary>
/// <param name="Rollout">The roll-out.</param>
/// <param name="Step">The step of the plan.</param>
/// <param name="Added">The files that came.</param>
/// <param name="Removed">The files that went.</param>
[Told("Bewijs bij een stap aangepast")]
public sealed record RolloutEvidenceChanged(
    Guid Rollout, Guid Step, IReadOnlyList<FileId> Added, IReadOnlyList<FileId> Removed) : RolloutEvent(Rollout);

/// <summary>An organisation took over a newer version of the step plan, or the parts of it that it wanted.</summary>
/// <param name="Rollout">The roll-out.</param>
/// <param name="Version">The number of the version.</param>
/// <param name="Steps">The steps that became as in that version.</param>
[Told("Nieuwe versie van stappenplan overgenomen")]
public sealed record RolloutRenewed(Guid Rollout, int Version, IReadOnlyList<Guid> Steps) : RolloutEvent(Rollout);

/// <summary>The last step of a roll-out was done or skipped.</summary>
[Told("Stappenplan klaar")]
public sealed record RolloutFinished(Guid Rollout) : RolloutEvent(Rollout);

/// <summary>An organisation stopped with a roll-out before it was finished.</summary>
[Told("Gestopt met stappenplan")]
public sealed record RolloutStopped(Guid Rollout) : RolloutEvent(Rollout);

/// <summary>An organisation went on with a roll-out that had stopped or was finished.</summary>
[Told("Verder met stappenplan")]
public sealed record RolloutResumed(Guid Rollout) : RolloutEvent(Rollout);

/// <summary>A person got a secret address from which a calendar reads their steps.</summary>
/// <param name="Person">Who.</param>
[Told("Adres voor agenda gemaakt")]
public sealed record CalendarFeedMade(PersonId Person) : LedgerEvent(Person.Value)
{
    /// <inheritdoc/>
    public override string Subject => "Person";
}

/// <summary>A person took that address away.</summary>
/// <param name="Person">Who.</param>
[Told("Adres voor agenda weggehaald")]
public sealed record CalendarFeedEnded(PersonId Person) : LedgerEvent(Person.Value)
{
    /// <inheritdoc/>
    public override string Subject => "Person";
}

/// <summary>Where a step of a roll-out stands.</summary>
public enum StepState
{
    /// <summary>Not begun.</summary>
    Todo,

    /// <summary>Somebody works at it.</summary>
    Doing,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Not needed here, with a reason.</summary>
    Skipped,
}
