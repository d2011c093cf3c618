using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;

namespace Parelmuur.Kernel.Ledger;

/// <summary>One line of the append-only record of every change.</summary>
public sealed class LedgerEntry
{
    /// <summary>Length limits of the stored texts.</summary>
    public const int ActorLength = 120, EventLength = 80, SubjectLength = 40;

    // People read it too: a role is "Coordinator", not 2.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private LedgerEntry() { }

    /// <summary>Rises with every entry; given before commit, so on PostgreSQL a lower number can appear later.</summary>
    public long Sequence { get; private set; }

    /// <summary>The transaction that wrote it; on SQLite always 0. See <see cref="LedgerPosition"/>.</summary>
    public long Transaction { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset Moment { get; private set; }

    /// <summary>Who did it.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>The person who did it, if it was one.</summary>
    public PersonId? Person { get; private set; }

    /// <summary>The organisation for which it was done, if any.</summary>
    public OrganisationId? OnBehalfOf { get; private set; }

    /// <summary>What happened: the name of the event record.</summary>
    public string Event { get; private set; } = "";

    /// <summary>The kind of thing it happened to.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>The thing it happened to.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>The change as JSON.</summary>
    public string Change { get; private set; } = "{}";

    /// <summary>Where a reader stands that has seen this entry.</summary>
    public LedgerPosition Position => new(Transaction, Sequence);

    internal static LedgerEntry Of(LedgerEvent happened, Actor actor, DateTimeOffset moment) => new()
    {
        Moment = moment,
        Actor = actor.Name,
        Person = actor.Person,
        OnBehalfOf = actor.OnBehalfOf,
        Event = happened.GetType().Name,
        Subject = happened.Subject,
        SubjectId = happened.SubjectId,
        Change = JsonSerializer.Serialize(happened, happened.GetType(), Json),
    };

    internal sealed class Mapping(bool ownsTable) : IEntityTypeConfiguration<LedgerEntry>
    {
        public Mapping()
            : this(ownsTable: true) { }

        public void Configure(EntityTypeBuilder<LedgerEntry> ledger)
        {
            if (ownsTable)
                ledger.ToTable("ledger");
            else
                ledger.ToTable("ledger", table => table.ExcludeFromMigrations());
            ledger.HasKey(entry => entry.Sequence);
            ledger.Property(entry => entry.Sequence).ValueGeneratedOnAdd();
            ledger.Property(entry => entry.Transaction).ValueGeneratedOnAdd();
            ledger.Property(entry => entry.Actor).HasMaxLength(ActorLength);
            ledger.Property(entry => entry.Event).HasMaxLength(EventLength);
            ledger.Property(entry => entry.Subject).HasMaxLength(SubjectLength);
            ledger.Ignore(entry => entry.Position);
            ledger.HasIndex(entry => new { entry.Transaction, entry.Sequence });
            ledger.HasIndex(entry => new { entry.SubjectId, entry.Sequence });
            ledger.HasIndex(entry => new { entry.Person, entry.Sequence });
            ledger.HasIndex(entry => new { entry.OnBehalfOf, entry.Sequence });
            ledger.HasIndex(entry => new { entry.Event, entry.Sequence });
            ledger.HasIndex(entry => new { entry.Moment, entry.Sequence });
        }
    }
}
