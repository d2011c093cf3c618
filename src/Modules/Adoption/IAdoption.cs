using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Adoption;

/// <summary>The door of Adoption: who uses what, and how sure that is.</summary>
/// <remarks>Questions are answered from memory, so a page may ask for each card; the ledger keeps the memory fresh.</remarks>
public partial interface IAdoption
{
    /// <summary>Who uses, tries or plans a solution. Empty when nobody does. Who hides it counts, and has no name.</summary>
    /// <remarks>A joint body counts as the municipalities that take part in it, each once; see <see cref="UserOf.Via"/>.</remarks>
    UsersOfSolution UsersOf(SolutionId solution);

    /// <summary>How many municipalities use, try or plan a solution; other organisations left out. Who hides it counts.</summary>
    int MunicipalitiesOf(SolutionId solution);

    /// <summary>Who uses or plans a solution, also who hides that, and the joint bodies that do so for others: to tell them what happens to it, and nobody else.</summary>
    IReadOnlyList<OrganisationId> ToTellOf(SolutionId solution);

    /// <summary>Who uses each of several solutions, in their order.</summary>
    IReadOnlyList<UsersOfSolution> UsersOfEach(IReadOnlyCollection<SolutionId> solutions);

    /// <summary>What an organisation uses or plans and does not hide, in no particular order. A joint body uses for its members.</summary>
    IReadOnlyList<UseBy> UsesBy(OrganisationId user);

    /// <summary>All uses that are not ended and not hidden, for exports; in no particular order.</summary>
    IEnumerable<(SolutionId Solution, UserOf User)> All();

    /// <summary>Each solution that somebody uses or plans, with everyone who does; in no particular order.</summary>
    /// <remarks>The users of a solution are the same object until one of them changes, so that it can carry what follows from them.</remarks>
    IEnumerable<KeyValuePair<SolutionId, UsersOfSolution>> Used();

    /// <summary>Who began to use something on or after a day, up to today; each once.</summary>
    IReadOnlyList<OrganisationId> StartedSince(DateOnly day);

    /// <summary>Number of uses and of confirmed uses on the whole platform.</summary>
    UseTotals Totals { get; }

    /// <summary>Solutions of which the users may count otherwise since a day, though nobody said anything.</summary>
    /// <remarks>A confirmation lapsed, or a municipality began or stopped to take part in a joint body.</remarks>
    /// <param name="day">The day after which it happened; no longer ago than this node runs.</param>
    IReadOnlyCollection<SolutionId> ChangedByItselfAfter(DateOnly day);

    /// <summary>
    /// Writes down uses that somebody else than the user states. What is known already stays as it is: a claim never
    /// overrules what a municipality said itself, and the same claim twice is one claim.
    /// </summary>
    /// <returns>How many claims were new.</returns>
    Task<int> ClaimAsync(IReadOnlyList<UseClaim> claims, Actor actor, CancellationToken cancellation);

    /// <summary>Writes down that an organisation uses a solution, as a person of that organisation states.</summary>
    /// <param name="solution">The solution.</param>
    /// <param name="user">The organisation of the person.</param>
    /// <param name="confirms">Whether the person may confirm it for the organisation; otherwise it is a claim.</param>
    /// <param name="today">The day on which it is said.</param>
    /// <param name="actor">Who says it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether it changed; trouble when only a coordinator can change what was answered already.</returns>
    Task<UseOutcome> StateOwnUseAsync(
        SolutionId solution, OrganisationId user, bool confirms, DateOnly today, Actor actor, CancellationToken cancellation);

    /// <summary>Counts the uses of a solution at another from now on: they are one. What is so already stays so.</summary>
    /// <remarks>Of a user of both the best proof counts. Nothing is rewritten, so that <see cref="SplitAsync"/> is exact.</remarks>
    Task JoinAsync(SolutionId solution, SolutionId into, Actor actor, CancellationToken cancellation);

    /// <summary>Counts the uses of a solution at itself again.</summary>
    Task SplitAsync(SolutionId solution, Actor actor, CancellationToken cancellation);

    /// <summary>Lets the uses of municipalities that ended show at who carries on; after a split it asks each of them. What moved already stays.</summary>
    /// <param name="on">The reorganisations that had taken effect by this day.</param>
    /// <param name="actor">Who does it; null to see only what would move.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Per municipality that ended what moved, the earliest first.</returns>
    Task<IReadOnlyList<ReorganisedUses>> ReorganiseAsync(DateOnly on, Actor? actor, CancellationToken cancellation);

    /// <summary>Writes down the uses of the fictional samples, with any state and proof.</summary>
    Task RegisterSamplesAsync(IReadOnlyList<SampleUse> uses, Actor actor, CancellationToken cancellation);
}

/// <summary>Where a use stands.</summary>
public enum UseState
{
    /// <summary>Wants to know more.</summary>
    Interested,

    /// <summary>Joins on a date, or takes part in the trial.</summary>
    Planned,

    /// <summary>Uses it.</summary>
    Active,

    /// <summary>Used it.</summary>
    Ended,
}

/// <summary>How sure a use is.</summary>
public enum ProofLevel
{
    /// <summary>Stated by somebody else: a supplier, an import, a steward.</summary>
    Claimed,

    /// <summary>Confirmed by a person of the user, in the last thirteen months.</summary>
    Confirmed,

    /// <summary>Once confirmed, but longer than thirteen months ago.</summary>
    Lapsed,
}

/// <summary>One user of a solution.</summary>
/// <param name="User">The municipality or other organisation.</param>
/// <param name="State">Where the use stands.</param>
/// <param name="Proof">How sure it is today.</param>
/// <param name="Since">Start of use, or the planned start; as precise as known.</param>
/// <param name="ConfirmedOn">The last confirmation.</param>
/// <param name="ClaimedBy">Who stated it: "Algoritmeregister".</param>
/// <param name="ClaimedOn">When it was stated, or the date of the source.</param>
public sealed record UserOf(
    OrganisationId User,
    UseState State,
    ProofLevel Proof,
    DateOnly? Since,
    DateOnly? ConfirmedOn,
    string? ClaimedBy,
    DateOnly? ClaimedOn)
{
    // Rare, and there are very many uses: together they take the place of one reference.
    private readonly Detour? detour;

    /// <summary>The joint body that uses it for this member; null when the user does so itself.</summary>
    public OrganisationId? Via
    {
        get => detour?.Via;
        init => detour = Detour.Of(value, Origin);
    }

    /// <summary>The municipality that used it before and went into the user; null when there is none.</summary>
    public UseOrigin? Origin
    {
        get => detour?.Origin;
        init => detour = Detour.Of(Via, value);
    }

    private sealed record Detour(OrganisationId? Via, UseOrigin? Origin)
    {
        public static Detour? Of(OrganisationId? via, UseOrigin? origin) => via is null && origin is null ? null : new(via, origin);
    }
}

/// <summary>Where a use came from in a reorganisation.</summary>
/// <param name="Predecessor">The municipality that ended.</param>
/// <param name="On">First day on which it no longer existed.</param>
public sealed record UseOrigin(OrganisationId Predecessor, DateOnly On);

/// <summary>Everyone who uses, tries or plans a solution; ended, rejected and interested ones are not counted.</summary>
/// <param name="Users">Active and planned users that do not hide it.</param>
public sealed record UsersOfSolution(IReadOnlyList<UserOf> Users)
{
    internal UsersOfSolution(IReadOnlyList<UserOf> users, IReadOnlyList<UserOf> hidden)
        : this(users)
    {
        Hidden = hidden;
        Active += hidden.Count(IsActive);
        Confirmed += hidden.Count(IsConfirmed);
        Planned += hidden.Count(IsPlanned);
    }

    /// <summary>Nobody.</summary>
    public static UsersOfSolution None { get; } = new([]);

    /// <summary>Number of active users, with any proof. Those that hide it count too.</summary>
    public int Active { get; } = Users.Count(IsActive);

    /// <summary>Number of active users whose use is confirmed. Those that hide it count too.</summary>
    public int Confirmed { get; } = Users.Count(IsConfirmed);

    /// <summary>Number of users that plan to start, or try it. Those that hide it count too.</summary>
    public int Planned { get; } = Users.Count(IsPlanned);

    /// <summary>Who hides it; only for this room, which counts them.</summary>
    internal IReadOnlyList<UserOf> Hidden { get; } = [];

    private static bool IsActive(UserOf user) => user.State == UseState.Active;

    private static bool IsConfirmed(UserOf user) => user is { State: UseState.Active, Proof: ProofLevel.Confirmed };

    private static bool IsPlanned(UserOf user) => user.State == UseState.Planned;
}

/// <summary>One solution that an organisation uses.</summary>
public readonly record struct UseBy(SolutionId Solution, UserOf Use);

/// <summary>Counts over the whole platform.</summary>
/// <param name="Active">Active uses.</param>
/// <param name="Confirmed">Active uses that are confirmed.</param>
public readonly record struct UseTotals(int Active, int Confirmed);

/// <summary>Somebody states that an organisation uses a solution.</summary>
/// <param name="Solution">The solution.</param>
/// <param name="User">The organisation that uses it.</param>
/// <param name="State">Where the use stands according to the source.</param>
/// <param name="ClaimedBy">The source by name: "Algoritmeregister".</param>
/// <param name="ClaimedOn">The date of the source.</param>
/// <param name="Since">Start of use, if the source knows.</param>
public sealed record UseClaim(
    SolutionId Solution, OrganisationId User, UseState State, string ClaimedBy, DateOnly ClaimedOn, DateOnly? Since)
{
    /// <summary>What the source is.</summary>
    public ClaimKind Kind { get; init; } = ClaimKind.Import;
}

/// <summary>Who can state that somebody uses a solution.</summary>
public enum ClaimKind
{
    /// <summary>A register or list that was read in.</summary>
    Import,

    /// <summary>The supplier of the solution.</summary>
    Supplier,

    /// <summary>Who looks after the solution.</summary>
    Steward,

    /// <summary>People of the user who cannot confirm it.</summary>
    OwnPeople,

    /// <summary>A joint body in which the user takes part.</summary>
    JointBody,

    /// <summary>A municipality that was split, of which the user got a part: a person says whether it goes on.</summary>
    Predecessor,
}

/// <summary>A use in the fictional samples.</summary>
public sealed record SampleUse(
    SolutionId Solution, OrganisationId User, UseState State, DateOnly? Since, DateOnly? ConfirmedOn);

/// <summary>What a reorganisation moves.</summary>
/// <param name="Predecessor">The municipality that ended.</param>
/// <param name="Successors">Who carries on; several after a split, and then each is asked.</param>
/// <param name="On">First day on which it no longer existed.</param>
/// <param name="Uses">How many of its uses.</param>
public sealed record ReorganisedUses(OrganisationSummary Predecessor, IReadOnlyList<OrganisationSummary> Successors, DateOnly On, int Uses)
{
    /// <summary>Whether a person must decide at each successor.</summary>
    public bool IsSplit => Successors.Count > 1;
}
