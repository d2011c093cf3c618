using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Catalogue.Tips;

/// <summary>Somebody saw a gem elsewhere, and its municipality is asked whether that is so.</summary>
/// <remarks>
/// What it is stands in the <see cref="Solutions.Solution"/>, whose status is Tip until the municipality shares it itself.
/// A tip that is withdrawn or refused is a draft that nobody sees.
/// </remarks>
internal sealed class Tip
{
    public const int PlaceLength = 300, ReasonLength = 500;

    private Tip() { }

    public SolutionId Solution { get; private set; }

    /// <summary>The municipality that made it.</summary>
    public OrganisationId Municipality { get; private set; }

    public PersonId Tipper { get; private set; }

    /// <summary>For whom the tipper worked.</summary>
    public OrganisationId? TipperOrganisation { get; private set; }

    /// <summary>Where it was seen: an address, or words.</summary>
    public string Place { get; private set; } = "";

    public DateTimeOffset Given { get; private set; }

    /// <summary>When people of the municipality were asked; null while nobody of it takes part.</summary>
    public DateTimeOffset? Asked { get; private set; }

    /// <summary>When they were asked once more. There is no third time.</summary>
    public DateTimeOffset? Reminded { get; private set; }

    public TipState State { get; private set; }

    /// <summary>Who said yes or no.</summary>
    public PersonId? AnsweredBy { get; private set; }

    public DateTimeOffset? Answered { get; private set; }

    /// <summary>Why it is not theirs.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>What it was shared as already.</summary>
    public SolutionId? SharedAs { get; private set; }

    /// <summary>Goes up with each change, so that two who answer at once notice each other.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Gives a tip.</summary>
    public static Tip Give(
        SolutionId solution, OrganisationId municipality, string place, PersonId tipper, OrganisationId? tipperOrganisation, DateTimeOffset now) => new()
    {
        Solution = solution,
        Municipality = municipality,
        Place = place,
        Tipper = tipper,
        TipperOrganisation = tipperOrganisation,
        Given = now,
    };

    /// <summary>It was seen somewhere else, or another municipality made it: then that one is asked.</summary>
    public void Change(OrganisationId municipality, string place)
    {
        Place = place;
        if (municipality != Municipality)
            (Municipality, Asked, Reminded) = (municipality, null, null);
        To(TipState.Waiting);
    }

    /// <summary>People of the municipality were asked, for the first time or once more.</summary>
    public void Ask(DateTimeOffset now) => _ = Asked is null ? Asked = now : Reminded = now;

    /// <summary>"Ja, dit is van ons". More than one colleague may begin; the first who shares it has done it.</summary>
    public void Claim(PersonId person, DateTimeOffset now)
    {
        Require(State is TipState.Waiting or TipState.Claimed);
        To(TipState.Claimed);
        (AnsweredBy, Answered) = (person, now);
    }

    /// <summary>"Dit is niet van ons", or "dit is al gedeeld".</summary>
    /// <exception cref="RuleViolation">There is no reason.</exception>
    public void Refuse(string reason, SolutionId? sharedAs, PersonId person, DateTimeOffset now)
    {
        Require(State is TipState.Waiting or TipState.Claimed);
        if (sharedAs is null && reason.Length == 0)
            throw new RuleViolation(nameof(Reason), "Schrijf kort waarom. Wie de tip gaf, leest het.");
        if (reason.Length > ReasonLength)
            throw new RuleViolation(nameof(Reason), "Maak je reden korter: hoogstens 500 tekens.");
        To(sharedAs is null ? TipState.Refused : TipState.SharedAlready);
        (AnsweredBy, Answered, Reason, SharedAs) = (person, now, reason, sharedAs);
    }

    /// <summary>The one who gave it, or an editor, takes it back.</summary>
    public void Withdraw() => To(TipState.Withdrawn);

    /// <summary>The last answer was a mistake: it waits again.</summary>
    public void Reopen()
    {
        To(TipState.Waiting);
        (AnsweredBy, Answered, Reason, SharedAs) = (null, null, "", null);
    }

    private void To(TipState state) => (State, Version) = (state, Version + 1);

    private static void Require(bool open)
    {
        if (!open)
            throw new RuleViolation("", "Deze tip is intussen beantwoord of ingetrokken.");
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Tip>
    {
        public void Configure(EntityTypeBuilder<Tip> tip)
        {
            tip.ToTable("catalogue_tips");
            tip.HasKey(each => each.Solution);
            tip.Property(each => each.Solution).ValueGeneratedNever();
            tip.Property(each => each.Place).HasMaxLength(PlaceLength);
            tip.Property(each => each.Reason).HasMaxLength(ReasonLength);
            tip.Property(each => each.Version).IsConcurrencyToken();
            tip.HasIndex(each => new { each.Municipality, each.State });
            tip.HasIndex(each => each.Tipper);
            tip.HasIndex(each => each.State);
        }
    }
}

/// <summary>Where a tip stands.</summary>
internal enum TipState
{
    /// <summary>The municipality has not answered.</summary>
    Waiting,

    /// <summary>It said yes, and may still be writing.</summary>
    Claimed,

    /// <summary>It said that it is not theirs.</summary>
    Refused,

    /// <summary>It said that it is on the wall already.</summary>
    SharedAlready,

    /// <summary>The one who gave it took it back.</summary>
    Withdrawn,
}

/// <summary>Something happened to a tip.</summary>
internal abstract record TipEvent(SolutionId Solution) : LedgerEvent(Solution.Value)
{
    /// <inheritdoc/>
    public override string Subject => "Solution";
}

/// <summary>Somebody named what a municipality made.</summary>
[Told("Tip gegeven")]
internal sealed record TipGiven(SolutionId Solution, OrganisationId Municipality) : TipEvent(Solution);

/// <summary>A tip says something else, or is for another municipality.</summary>
[Told("Tip aangepast")]
internal sealed record TipChanged(SolutionId Solution, OrganisationId Municipality) : TipEvent(Solution);

/// <summary>People of the municipality were asked by mail; the second time is the last.</summary>
[Told("Gemeente gevraagd over een tip")]
internal sealed record TipAsked(SolutionId Solution, OrganisationId Municipality, int People) : TipEvent(Solution);

/// <summary>The municipality said that it is theirs.</summary>
[Told("Tip bevestigd door de gemeente")]
internal sealed record TipClaimed(SolutionId Solution, OrganisationId Municipality) : TipEvent(Solution);

/// <summary>The municipality said that it is not theirs, or that it is shared already.</summary>
[Told("Tip geweigerd door de gemeente")]
internal sealed record TipRefused(SolutionId Solution, OrganisationId Municipality, SolutionId? SharedAs) : TipEvent(Solution);

/// <summary>A tip was taken back.</summary>
[Told("Tip ingetrokken")]
internal sealed record TipWithdrawn(SolutionId Solution) : TipEvent(Solution);

/// <summary>What was said last of a tip was undone: it waits again.</summary>
[Told("Tip weer geopend")]
internal sealed record TipReopened(SolutionId Solution) : TipEvent(Solution);
