using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;

namespace Parelmuur.Conversations.Notifications;

/// <summary>A person is told of one entry in the ledger, because of something that the person follows.</summary>
/// <remarks>What happened stands in the ledger and is not copied: one person, one entry, one notification.</remarks>
internal sealed class Notification
{
    private Notification() { }

    public Guid Id { get; private set; }

    public PersonId Person { get; private set; }

    /// <summary>The number of the entry.</summary>
    public long Entry { get; private set; }

    /// <summary>What the person follows: the kind.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>What the person follows: which one.</summary>
    public string Key { get; private set; } = "";

    /// <summary>What was said, when it is about a question, an answer or a comment.</summary>
    public ContributionId? Contribution { get; private set; }

    public DateTimeOffset Made { get; private set; }

    /// <summary>When the person saw it on the site.</summary>
    public DateTimeOffset? Read { get; private set; }

    /// <summary>When it went into a mail, or was passed over because no mail is wanted.</summary>
    public DateTimeOffset? Mailed { get; private set; }

    /// <summary>Tells a person of an entry.</summary>
    /// <param name="person">Who.</param>
    /// <param name="entry">The number of the entry.</param>
    /// <param name="because">What the person follows.</param>
    /// <param name="contribution">What was said, if anything.</param>
    /// <param name="now">The moment.</param>
    /// <param name="mailedAlready">Whether another mail told the person of it.</param>
    public static Notification Of(
        PersonId person, long entry, (string Kind, string Key) because, ContributionId? contribution, DateTimeOffset now, bool mailedAlready) => new()
    {
        Id = Guid.CreateVersion7(now),
        Person = person,
        Entry = entry,
        Kind = because.Kind,
        Key = because.Key,
        Contribution = contribution,
        Made = now,
        Mailed = mailedAlready ? now : null,
    };

    /// <summary>The person saw it.</summary>
    public void See(DateTimeOffset now) => Read ??= now;

    /// <summary>It went into a mail.</summary>
    public void Mail(DateTimeOffset now) => Mailed ??= now;

    /// <summary>What it tells of is no longer for others to see.</summary>
    public void Withdraw(DateTimeOffset now) => (Read, Mailed) = (Read ?? now, Mailed ?? now);

    internal sealed class Mapping : IEntityTypeConfiguration<Notification>
    {
        public void Configure(EntityTypeBuilder<Notification> notification)
        {
            notification.ToTable("conversations_notifications");
            notification.HasKey(each => each.Id);
            notification.Property(each => each.Id).ValueGeneratedNever();
            notification.Property(each => each.Kind).HasMaxLength(Following.Follow.KindLength);
            notification.Property(each => each.Key).HasMaxLength(Following.Follow.KeyLength);
            // Two that mail at once: the second saves nothing, so nothing goes twice.
            notification.Property(each => each.Mailed).IsConcurrencyToken();
            notification.HasIndex(each => new { each.Person, each.Entry }).IsUnique();
            notification.HasIndex(each => each.Entry);
            notification.HasIndex(each => new { each.Mailed, each.Made });
        }
    }
}
