using Parelmuur.Adoption.Uses;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Adoption;

/// <content>What an organisation sees and decides of its own uses.</content>
public partial interface IAdoption
{
    /// <summary>All uses of an organisation with everything that is known of them, also what waits, ended or was rejected.</summary>
    /// <remarks>
    /// From the database, and for the people of that organisation only. Of solutions that became one there is one. What a joint body
    /// uses for it is there until the organisation itself says something of it.
    /// </remarks>
    Task<IReadOnlyList<OwnUse>> OwnUsesAsync(OrganisationId user, CancellationToken cancellation);

    /// <summary>Of those the ones that wait for an answer, the ones whose confirmation lapses before a day, or both.</summary>
    /// <remarks>A few others may be among them: <see cref="OwnUse.Waits"/> and <see cref="OwnUse.CountsUntil"/> tell.</remarks>
    Task<IReadOnlyList<OwnUse>> OwnUsesToAnswerAsync(OrganisationId user, ToAnswer what, DateOnly before, CancellationToken cancellation);

    /// <summary>The use of one solution by an organisation, for its own people only; null when there is none.</summary>
    Task<OwnUse?> OwnUseAsync(OrganisationId user, SolutionId solution, CancellationToken cancellation);

    /// <summary>What users wrote about their use of a solution, for people of other municipalities and joint bodies only.</summary>
    /// <param name="solution">The solution.</param>
    /// <param name="users">Whose notes; of who hides its use, does not use it, or uses it through a joint body there are none.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyDictionary<OrganisationId, UseDetails>> NotesAsync(
        SolutionId solution, IReadOnlyCollection<OrganisationId> users, CancellationToken cancellation);

    /// <summary>Carries out what people of an organisation decide about its uses: all of it, or nothing when something is wrong.</summary>
    /// <param name="user">The organisation.</param>
    /// <param name="decisions">At most one for a solution. A use that does not exist yet begins with it.</param>
    /// <param name="batch">Names these decisions, for <see cref="UndoAsync"/>; the same ones sent twice have the same name.</param>
    /// <param name="confirms">Whether the person may confirm for the organisation; others can only state what waits for a coordinator.</param>
    /// <param name="today">The day on which it is decided.</param>
    /// <param name="actor">Who decides.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>In the order of the decisions: what changed, or what is wrong.</returns>
    Task<IReadOnlyList<UseOutcome>> DecideAsync(
        OrganisationId user, IReadOnlyList<UseDecision> decisions, Guid batch, bool confirms, DateOnly today, Actor actor, CancellationToken cancellation);

    /// <summary>What <see cref="DecideAsync"/> would answer now. Nothing changes.</summary>
    Task<IReadOnlyList<UseOutcome>> LookAsync(
        OrganisationId user, IReadOnlyList<UseDecision> decisions, bool confirms, DateOnly today, CancellationToken cancellation);

    /// <summary>Puts back the uses that were decided last with these decisions.</summary>
    /// <returns>How many.</returns>
    Task<int> UndoAsync(OrganisationId user, Guid batch, DateOnly today, Actor actor, CancellationToken cancellation);

    /// <summary>How many uses organisations must confirm again before a day, or must accept or reject. None is left out.</summary>
    /// <param name="before">The day before which a confirmation lapses.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyDictionary<OrganisationId, UsesToAnswer>> ToAnswerAsync(DateOnly before, CancellationToken cancellation);
}

/// <summary>How long what is written about a use may be.</summary>
public static class UseLimits
{
    /// <summary>Length limits of the stored texts.</summary>
    public const int ReasonLength = 300, VersionLength = 40, ChangedLength = 2000, ContactLength = 120;

    internal static UseOutcome? TooLong(UseDecision decision) => decision switch
    {
        { Reason.Length: > ReasonLength } => Long(nameof(UseDecision.Reason)),
        { Details.Version.Length: > VersionLength } => Long(nameof(UseDetails.Version)),
        { Details.Changed.Length: > ChangedLength } => Long(nameof(UseDetails.Changed)),
        { Details.Contact.Length: > ContactLength } => Long(nameof(UseDetails.Contact)),
        _ => null,
    };

    private static UseOutcome Long(string field) => new(false, field, "Maak deze tekst korter.");
}

/// <summary>A use as the people of the user see it.</summary>
/// <param name="Solution">The solution; after a merge the one where it counts.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Since">Start of use, or the planned start.</param>
/// <param name="ConfirmedOn">The last day on which the user itself said how it stands.</param>
public sealed record OwnUse(SolutionId Solution, UseState State, DateOnly? Since, DateOnly? ConfirmedOn)
{
    /// <summary>Who stated it.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>What that source is.</summary>
    public ClaimKind? ClaimedAs { get; init; }

    /// <summary>When it was stated.</summary>
    public DateOnly? ClaimedOn { get; init; }

    /// <summary>When it ended.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Why it ended.</summary>
    public string? EndReason { get; init; }

    /// <summary>When it was said that it is not so.</summary>
    public DateOnly? RejectedOn { get; init; }

    /// <summary>Why.</summary>
    public string? RejectReason { get; init; }

    /// <summary>What its people wrote about it.</summary>
    public UseDetails Details { get; init; } = new();

    /// <summary>The joint body that says so for the user; null when the user does so itself.</summary>
    public OrganisationId? Via { get; init; }

    /// <summary>Where it came from in a reorganisation; null when it did not.</summary>
    public UseOrigin? Origin { get; init; }

    /// <summary>Whether it shows at who carries on the work of this municipality, and nothing can be said of it here any more.</summary>
    public bool Moved { get; init; }

    /// <summary>To give back with a decision, so that nobody decides about what is no longer so.</summary>
    public int Seen { get; init; }

    /// <summary>Whether somebody else stated it, and the user must still say whether it is so.</summary>
    public bool Waits => RejectedOn is null && ConfirmedOn is null && Via is null && !Moved;

    /// <summary>The last day on which the confirmation counts; null when it need not be said again.</summary>
    public DateOnly? CountsUntil => Via is null && !Moved && RejectedOn is null && State is UseState.Active or UseState.Planned
        ? ConfirmedOn?.AddMonths(UseProof.MonthsUntilLapsed) : null;

    /// <summary>How sure it is on a day.</summary>
    public ProofLevel ProofOn(DateOnly today) => UseProof.Of(ConfirmedOn, today);
}

/// <summary>What the people of the user write about a use.</summary>
/// <param name="Since">Start of use, or the planned start.</param>
/// <param name="Version">The version they use. For municipalities and joint bodies only.</param>
/// <param name="Changed">What they changed. For municipalities and joint bodies only.</param>
/// <param name="Again">Whether they would do it again. For municipalities and joint bodies only.</param>
/// <param name="Contact">Whom colleagues of others can ask. For municipalities and joint bodies only.</param>
/// <param name="Hidden">Whether others must not see that they use it.</param>
public sealed record UseDetails(
    DateOnly? Since = null, string? Version = null, string? Changed = null, WouldAgain? Again = null, string? Contact = null, bool Hidden = false);

/// <summary>Whether the user would do it again.</summary>
public enum WouldAgain
{
    /// <summary>Yes.</summary>
    Yes,

    /// <summary>Yes, but in another way.</summary>
    Differently,

    /// <summary>No.</summary>
    No,
}

/// <summary>What can be decided about a use.</summary>
public enum UseAnswer
{
    /// <summary>What stands there is so: accepts a claim, or confirms again.</summary>
    Confirm,

    /// <summary>We use it, from <see cref="UseDecision.On"/>.</summary>
    Use,

    /// <summary>We join on <see cref="UseDecision.On"/>.</summary>
    Plan,

    /// <summary>We want to know more.</summary>
    Interested,

    /// <summary>We used it until <see cref="UseDecision.On"/>; needs a reason.</summary>
    End,

    /// <summary>It is not so and never was; needs a reason. The same source cannot state it again.</summary>
    Reject,

    /// <summary>Only the details change.</summary>
    Keep,
}

/// <summary>One decision about the use of one solution.</summary>
/// <param name="Solution">The solution.</param>
/// <param name="Answer">What is decided.</param>
/// <param name="On">The day that belongs to it.</param>
/// <param name="Reason">Why, for what needs a reason.</param>
/// <param name="Details">Replaces what was written about it; null leaves that as it is.</param>
/// <param name="Seen">As the person saw it, see <see cref="OwnUse.Seen"/>; null when that does not matter.</param>
public sealed record UseDecision(
    SolutionId Solution, UseAnswer Answer, DateOnly? On = null, string? Reason = null, UseDetails? Details = null, int? Seen = null);

/// <summary>What came of a decision.</summary>
/// <param name="Changed">Whether something changed: not when it was so already, and never when anything in the batch is wrong.</param>
/// <param name="Field">The property of the decision or its details that is wrong; empty for the whole.</param>
/// <param name="Trouble">What is wrong, in plain Dutch: a key of <c>Words</c>.</param>
public sealed record UseOutcome(bool Changed, string Field = "", string? Trouble = null)
{
    /// <summary>Whether the trouble is that somebody else changed it since the person saw it: who looks at what stands there now, can decide again.</summary>
    public bool Clashes { get; init; }

    /// <summary>It was so already.</summary>
    public static UseOutcome Nothing { get; } = new(false);
}

/// <summary>What an organisation is asked to answer about.</summary>
[Flags]
public enum ToAnswer
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>What others state, and nobody accepted or rejected.</summary>
    Claims = 1,

    /// <summary>What must be confirmed again.</summary>
    Lapsing = 2,
}

/// <summary>How many uses wait for an answer.</summary>
/// <param name="Claims">Stated by others, neither accepted nor rejected.</param>
/// <param name="Lapsing">Confirmed, but to be confirmed again.</param>
public sealed record UsesToAnswer(int Claims, int Lapsing);

/// <summary>An organisation decided about its use of this solution.</summary>
/// <param name="Solution">The solution.</param>
/// <param name="User">The organisation.</param>
/// <param name="Answer">What was decided.</param>
[Told("Over gebruik besloten")]
public sealed record UseDecided(SolutionId Solution, OrganisationId User, UseAnswer Answer) : UseEvent(Solution);

/// <summary>An organisation took back what it decided about its use of this solution.</summary>
[Told("Besluit over gebruik teruggedraaid")]
public sealed record UseDecisionUndone(SolutionId Solution, OrganisationId User) : UseEvent(Solution);
