using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.Providers;

/// <summary>Says that somebody at a provider is the person of an account here, and may sign in as such.</summary>
internal sealed class ProviderLink
{
    public const int SubjectLength = 255;

    private ProviderLink() { }

    public Guid Id { get; private set; }

    /// <summary>The key of the provider.</summary>
    public string Provider { get; private set; } = "";

    /// <summary>Who it is at the provider.</summary>
    public string Subject { get; private set; } = "";

    public PersonId Person { get; private set; }

    public DateTimeOffset Since { get; private set; }

    /// <summary>Ties both together.</summary>
    public static ProviderLink Of(string provider, string subject, PersonId person, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        Provider = provider,
        Subject = subject,
        Person = person,
        Since = now,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<ProviderLink>
    {
        public void Configure(EntityTypeBuilder<ProviderLink> link)
        {
            link.ToTable("accounts_provider_links");
            link.HasKey(each => each.Id);
            link.Property(each => each.Id).ValueGeneratedNever();
            link.Property(each => each.Provider).HasMaxLength(Providers.Provider.KeyLength);
            link.Property(each => each.Subject).HasMaxLength(SubjectLength);
            link.HasIndex(each => new { each.Provider, each.Subject }).IsUnique();
            link.HasIndex(each => new { each.Person, each.Provider }).IsUnique();
        }
    }
}
