using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Accounts.Memberships;

/// <summary>One role of one person at one organisation: asked, approved or refused, and once ended.</summary>
internal sealed class Membership
{
    public const int ReasonLength = 500;

    /// <summary>How long a role that was ended by mistake can be given back.</summary>
    public static readonly TimeSpan UndoFor = TimeSpan.FromDays(1);

    private Membership() { }

    public Guid Id { get; private set; }

    public PersonId Person { get; private set; }

    public OrganisationId Organisation { get; private set; }

    public MembershipRole Role { get; private set; }

    public MembershipState State { get; private set; }

    /// <summary>The municipality where the person had a role and that went into this one; null when that is not where it came from.</summary>
    public OrganisationId? Origin { get; private set; }

    public DateTimeOffset Requested { get; private set; }

    /// <summary>When it was approved or refused.</summary>
    public DateTimeOffset? Decided { get; private set; }

    /// <summary>Who decided; null when the e-mail domain did.</summary>
    public PersonId? DecidedBy { get; private set; }

    public DateTimeOffset? Ended { get; private set; }

    /// <summary>Why it was refused or ended by somebody else.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Asks for a role.</summary>
    public static Membership Request(PersonId person, OrganisationId organisation, MembershipRole role, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        Person = person,
        Organisation = organisation,
        Role = role,
        State = MembershipState.Requested,
        Requested = now,
    };

    /// <summary>A role at a municipality that carries on the work of the one where the person had it.</summary>
    /// <param name="old">The role there, which stays as it is.</param>
    /// <param name="successor">Who carries on.</param>
    /// <param name="role">The role here.</param>
    /// <param name="asks">Whether somebody here must still decide.</param>
    /// <param name="now">The moment.</param>
    public static Membership ComeFrom(Membership old, OrganisationId successor, MembershipRole role, bool asks, DateTimeOffset now)
    {
        var membership = Request(old.Person, successor, role, now);
        membership.Origin = old.Organisation;
        if (!asks)
            membership.Approve(by: null, now);
        return membership;
    }

    /// <summary>Lets the person in.</summary>
    /// <param name="by">Who decides; null when the e-mail domain of the organisation does.</param>
    /// <param name="now">The moment.</param>
    public void Approve(PersonId? by, DateTimeOffset now) => Decide(MembershipState.Approved, by, now, "");

    /// <summary>Does not let the person in.</summary>
    /// <exception cref="RuleViolation">The reason is missing.</exception>
    public void Refuse(PersonId by, string reason, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new RuleViolation(nameof(Reason), "Schrijf waarom niet. Dan weet je collega wat die kan doen.");
        Decide(MembershipState.Refused, by, now, reason.Trim());
    }

    /// <summary>Gives back a role that was ended by mistake.</summary>
    /// <exception cref="RuleViolation">It was longer ago, or the person never had the role.</exception>
    public void Restore(DateTimeOffset now)
    {
        if (State != MembershipState.Ended || Decided is null || now - Ended > UndoFor)
            throw new RuleViolation("", "Dit kan niet meer ongedaan. Je collega kan de rol opnieuw vragen.");
        (State, Ended, Reason) = (MembershipState.Approved, null, "");
    }

    /// <summary>Ends the role, or takes back the request: the person left, or changed employer.</summary>
    public void End(DateTimeOffset now, string reason = "")
    {
        if (State is MembershipState.Ended or MembershipState.Refused)
            return;
        (State, Ended, Reason) = (MembershipState.Ended, now, reason.Trim());
    }

    /// <summary>What somebody is told who decides after a colleague did.</summary>
    public const string AlreadyDecided = "Hierover is al besloten.";

    private void Decide(MembershipState state, PersonId? by, DateTimeOffset now, string reason)
    {
        if (State != MembershipState.Requested)
            throw new RuleViolation("", AlreadyDecided);
        if (by == Person)
            throw new RuleViolation("", "Over je eigen aanvraag beslist iemand anders.");
        (State, DecidedBy, Decided, Reason) = (state, by, now, reason);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Membership>
    {
        public void Configure(EntityTypeBuilder<Membership> membership)
        {
            membership.ToTable("accounts_memberships");
            membership.HasKey(each => each.Id);
            membership.Property(each => each.Id).ValueGeneratedNever();
            membership.Property(each => each.State).IsConcurrencyToken(); // Two people may decide at the same time.
            membership.Property(each => each.Reason).HasMaxLength(ReasonLength);
            membership.HasIndex(each => new { each.Person, each.State });
            membership.HasIndex(each => new { each.Organisation, each.State });
        }
    }
}

/// <summary>Where a membership stands.</summary>
internal enum MembershipState
{
    /// <summary>Waits for a coordinator, or for a platform manager when there is none.</summary>
    Requested,

    /// <summary>The person is in.</summary>
    Approved,

    /// <summary>The person was not let in.</summary>
    Refused,

    /// <summary>The person was in, and is no more.</summary>
    Ended,
}
