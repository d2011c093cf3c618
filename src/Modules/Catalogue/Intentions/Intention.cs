using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Catalogue.Intentions;

/// <summary>A voornemen: what a municipality wants to do, open for others to join. Public from the first moment.</summary>
/// <remarks>Its address is permanent. After half a year without confirmation it expires; confirming opens it again.</remarks>
internal sealed class Intention
{
    public const int TitleLength = 80, TextLength = 4_000, ContactLength = 100, MailboxLength = 200, ReasonLength = 500, SlugLength = 100;

    /// <summary>How long it stays open without confirmation.</summary>
    public const int MonthsOpen = 6;

    private Intention() { }

    public Guid Id { get; private set; }

    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public OrganisationId Organisation { get; private set; }

    /// <summary>Who shared it, and is asked whether it still holds; null for samples.</summary>
    public PersonId? Person { get; private set; }

    /// <summary>The name of whom to call.</summary>
    public string Contact { get; private set; } = "";

    /// <summary>The address of a team, never of a person.</summary>
    public string Mailbox { get; private set; } = "";

    /// <summary>The first day of the month in which they want to start; null when they do not know yet.</summary>
    public DateOnly? Start { get; private set; }

    public DateOnly Shared { get; private set; }

    /// <summary>The last day on which somebody said that they still want this.</summary>
    public DateOnly Confirmed { get; private set; }

    public IntentionState State { get; private set; }

    public DateOnly? Ended { get; private set; }

    /// <summary>Why it stopped, or what is worth telling of the pilot.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The pilot that it became, when that is on the wall.</summary>
    public SolutionId? Pilot { get; private set; }

    /// <summary>The recorded check that it came from.</summary>
    public Guid? Check { get; private set; }

    public bool IsSample { get; private set; }

    public DateOnly? Withdrawn { get; private set; }

    /// <summary>Shares an intention.</summary>
    public static Intention Share(
        string slug, IntentionContent content, OrganisationId organisation, PersonId? person, Guid? check, DateOnly today)
    {
        var intention = new Intention
        {
            Id = Guid.CreateVersion7(),
            Slug = slug,
            Organisation = organisation,
            Person = person,
            Check = check,
            Shared = today,
            IsSample = person is null,
        };
        intention.Revise(content, today);
        return intention;
    }

    /// <summary>Changes the text; who changes it also says that it still holds.</summary>
    public void Revise(IntentionContent content, DateOnly today)
    {
        EnsureNotEnded();
        (Title, Text, Contact, Mailbox, Start) = (content.Title, content.Text, content.Contact, content.Mailbox, content.Start);
        Confirm(today);
    }

    /// <summary>They still want this; an expired one opens again.</summary>
    /// <exception cref="RuleViolation">It became a pilot or stopped.</exception>
    public void Confirm(DateOnly today)
    {
        EnsureNotEnded();
        (Confirmed, State) = (today, IntentionState.Open);
    }

    /// <summary>Nobody confirmed it in time.</summary>
    public void Expire() => State = IntentionState.Expired;

    /// <summary>It becomes a pilot, or stops.</summary>
    /// <exception cref="RuleViolation">It ended before, or stops without a reason.</exception>
    public void End(IntentionState state, SolutionId? pilot, string? reason, DateOnly today)
    {
        EnsureNotEnded();
        if (state == IntentionState.Stopped && string.IsNullOrWhiteSpace(reason))
            throw new RuleViolation(nameof(Reason), "Schrijf waarom jullie stoppen. Daar leren anderen van.");
        (State, Pilot, Reason, Ended) = (state, state == IntentionState.Pilot ? pilot : null, Lines.Clean(reason), today);
    }

    /// <summary>Ending is undone.</summary>
    public void Reopen(DateOnly today)
    {
        if (Ended is null)
            throw new RuleViolation("", "Dit voornemen loopt nog.");
        (State, Pilot, Reason, Ended, Confirmed) = (IntentionState.Open, null, "", null, today);
    }

    /// <summary>Takes away the name of whom to call, because that person asked to be forgotten. The team can still be mailed.</summary>
    public void ForgetContact(string former) => Contact = former;

    /// <summary>Takes it off the site.</summary>
    public void Withdraw(DateOnly today) => Withdrawn = today;

    /// <summary>Puts it back on the site.</summary>
    public void PutBack() => Withdrawn = null;

    private void EnsureNotEnded()
    {
        if (Ended is not null)
            throw new RuleViolation("", "Dit voornemen is afgerond. Maak dat eerst ongedaan.");
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Intention>
    {
        public void Configure(EntityTypeBuilder<Intention> intention)
        {
            intention.ToTable("catalogue_intentions");
            intention.HasKey(each => each.Id);
            intention.Property(each => each.Id).ValueGeneratedNever();
            intention.Property(each => each.Slug).HasMaxLength(SlugLength);
            intention.Property(each => each.Title).HasMaxLength(TitleLength);
            intention.Property(each => each.Text).HasMaxLength(TextLength);
            intention.Property(each => each.Contact).HasMaxLength(ContactLength);
            intention.Property(each => each.Mailbox).HasMaxLength(MailboxLength);
            intention.Property(each => each.Reason).HasMaxLength(ReasonLength);
            intention.HasIndex(each => each.Slug).IsUnique();
        }
    }
}

/// <summary>What people fill in about an intention.</summary>
internal sealed record IntentionContent(string Title, string Text, string Contact, string Mailbox, DateOnly? Start);

/// <summary>Another organisation wants the same.</summary>
internal sealed class IntentionJoin(Guid intention, OrganisationId organisation, PersonId? person, string contact, DateOnly on)
{
    public Guid Intention { get; private set; } = intention;

    public OrganisationId Organisation { get; private set; } = organisation;

    public PersonId? Person { get; private set; } = person;

    /// <summary>The name of whom to call there.</summary>
    public string Contact { get; private set; } = contact;

    public DateOnly On { get; private set; } = on;

    /// <summary>Takes that name away, because that person asked to be forgotten.</summary>
    public void ForgetContact(string former) => Contact = former;

    internal sealed class Mapping : IEntityTypeConfiguration<IntentionJoin>
    {
        public void Configure(EntityTypeBuilder<IntentionJoin> join)
        {
            join.ToTable("catalogue_intention_joins");
            join.HasKey(each => new { each.Intention, each.Organisation });
            join.Property(each => each.Contact).HasMaxLength(Catalogue.Intentions.Intention.ContactLength);
        }
    }
}
