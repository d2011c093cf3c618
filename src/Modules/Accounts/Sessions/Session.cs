using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.Sessions;

/// <summary>One browser in which a person is signed in. Removing the row signs that browser out at once.</summary>
internal sealed class Session
{
    public const int DeviceLength = 80, KeyLength = 64;

    /// <summary>A browser that does nothing for so long is signed out.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(7);

    /// <summary>After so long everyone signs in again.</summary>
    public static readonly TimeSpan AtMost = TimeSpan.FromDays(30);

    private Session() { }

    public Guid Id { get; private set; }

    /// <summary>The SHA-256 of the key in the cookie. Who reads this table cannot sign in with it.</summary>
    public string Key { get; private set; } = "";

    public PersonId Person { get; private set; }

    /// <summary>The organisation for which the person works in this browser.</summary>
    public OrganisationId? Organisation { get; private set; }

    /// <summary>Whether the person showed a second factor.</summary>
    public bool SecondFactor { get; private set; }

    public DateTimeOffset Started { get; private set; }

    public DateTimeOffset LastSeen { get; private set; }

    public DateTimeOffset Ends { get; private set; }

    /// <summary>The kind of browser, so that the person can tell which one it is: "Firefox op Windows".</summary>
    public string Device { get; private set; } = "";

    /// <summary>The key of the identity provider with which it began; null when it began here.</summary>
    public string? Provider { get; private set; }

    /// <summary>The hash of the session there, see <see cref="ProviderSession"/>; null when it began here.</summary>
    public string? ProviderSession { get; private set; }

    /// <summary>Starts a session.</summary>
    public static Session Start(
        string key, PersonId person, OrganisationId? organisation, bool secondFactor, string device, DateTimeOffset now, ProviderSession? begun = null) => new()
    {
        Id = Guid.CreateVersion7(),
        Key = key,
        Person = person,
        Organisation = organisation,
        SecondFactor = secondFactor,
        Device = device,
        Started = now,
        LastSeen = now,
        Ends = now + Idle,
        Provider = begun?.Provider,
        ProviderSession = begun?.Hash,
    };

    /// <summary>Lets the person work for another organisation in this browser.</summary>
    public void WorkFor(OrganisationId? organisation) => Organisation = organisation;

    /// <summary>Takes the hash of a new key; the old key ends.</summary>
    public void Rekey(string key) => Key = key;

    /// <summary>The person showed a second factor in this browser just now.</summary>
    public void ShowSecondFactor() => SecondFactor = true;

    internal sealed class Mapping : IEntityTypeConfiguration<Session>
    {
        public void Configure(EntityTypeBuilder<Session> session)
        {
            session.ToTable("accounts_sessions");
            session.HasKey(each => each.Id);
            session.Property(each => each.Id).ValueGeneratedNever();
            session.Property(each => each.Key).HasMaxLength(KeyLength);
            session.Property(each => each.Device).HasMaxLength(DeviceLength);
            session.Property(each => each.Provider).HasMaxLength(Providers.Provider.KeyLength);
            session.Property(each => each.ProviderSession).HasMaxLength(Sessions.ProviderSession.HashLength);
            session.HasIndex(each => each.Key).IsUnique();
            session.HasIndex(each => each.Person);
            session.HasIndex(each => each.Ends);
            session.HasIndex(each => new { each.Provider, each.ProviderSession });
        }
    }
}
