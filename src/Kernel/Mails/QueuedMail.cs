using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Parelmuur.Kernel.Mails;

/// <summary>A mail that was saved with a change and waits to be sent, or was sent or given up.</summary>
/// <remarks>
/// Once it has been sent or given up, the text and the address to unsubscribe are emptied: they may hold what opens an
/// account, and nobody needs them any more.
/// </remarks>
internal sealed class QueuedMail
{
    public const int NodeLength = 80, ReasonLength = 500;

    private QueuedMail() { }

    /// <summary>Also in the Message-ID, so that a mail that comes twice can be known.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public string To { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string? Unsubscribe { get; private set; }

    public DateTimeOffset Queued { get; private set; }

    /// <summary>How often it was tried in vain.</summary>
    public int Attempts { get; private set; }

    /// <summary>From when it may be tried; null when it has been sent or given up.</summary>
    public DateTimeOffset? NextAttempt { get; private set; }

    public DateTimeOffset? Sent { get; private set; }

    /// <summary>Why it was given up, in the words of the mail server.</summary>
    public string? FailedReason { get; private set; }

    public string LeasedBy { get; private set; } = "";

    public DateTimeOffset LeasedUntil { get; private set; }

    public static QueuedMail Of(Mail mail, DateTimeOffset moment) => new()
    {
        To = mail.To,
        Name = mail.Name,
        Subject = mail.Subject,
        Text = MailText.Wrap(mail.Text),
        Unsubscribe = mail.Unsubscribe?.AbsoluteUri,
        Queued = moment,
        NextAttempt = moment,
        LeasedUntil = moment,
    };

    internal sealed class Mapping(bool ownsTable) : IEntityTypeConfiguration<QueuedMail>
    {
        public Mapping()
            : this(ownsTable: true) { }

        public void Configure(EntityTypeBuilder<QueuedMail> mail)
        {
            if (ownsTable)
                mail.ToTable("kernel_mails");
            else
                mail.ToTable("kernel_mails", table => table.ExcludeFromMigrations());
            mail.HasKey(each => each.Id);
            mail.Property(each => each.Id).ValueGeneratedNever();
            mail.Property(each => each.To).HasMaxLength(Mail.AddressLength);
            mail.Property(each => each.Name).HasMaxLength(Mail.NameLength);
            mail.Property(each => each.Subject).HasMaxLength(Mail.SubjectLength);
            mail.Property(each => each.Unsubscribe).HasMaxLength(Mail.UnsubscribeLength);
            mail.Property(each => each.FailedReason).HasMaxLength(ReasonLength);
            mail.Property(each => each.LeasedBy).HasMaxLength(NodeLength);
            mail.HasIndex(each => each.NextAttempt);
            mail.HasIndex(each => new { each.To, each.Queued });
        }
    }
}
