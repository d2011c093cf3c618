using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.Mails;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;

namespace Parelmuur.Accounts.Memberships;

/// <summary>The part behind the @ with which an organisation lets people in as reader or contributor by itself.</summary>
internal sealed class EmailDomain
{
    public const int DomainLength = 253;

    // Everyone can get an address there, so it says nothing about an employer.
    private static readonly HashSet<string> ForEveryone = new(StringComparer.Ordinal)
    {
        "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "hotmail.nl", "live.nl", "live.com", "msn.com", "icloud.com",
        "me.com", "yahoo.com", "proton.me", "protonmail.com", "ziggo.nl", "kpnmail.nl", "planet.nl", "xs4all.nl", "hetnet.nl",
    };

    private EmailDomain() { }

    /// <summary>In lower case: "deventer.nl".</summary>
    public string Domain { get; private set; } = "";

    public OrganisationId Organisation { get; private set; }

    /// <summary>Ties a domain to an organisation; each domain belongs to one.</summary>
    /// <exception cref="RuleViolation">It is not a domain, or one where everyone can get an address.</exception>
    public static EmailDomain Of(string domain, OrganisationId organisation)
    {
        var clean = domain.Trim().TrimStart('@').ToLowerInvariant();
        if (clean.Length > DomainLength || !clean.Contains('.', StringComparison.Ordinal) || !Mail.IsAddress($"iemand@{clean}"))
            throw new RuleViolation(nameof(Domain), "Schrijf wat achter het apenstaartje staat, zoals gemeente.nl.");
        if (ForEveryone.Contains(clean))
            throw new RuleViolation(nameof(Domain), "Bij dit domein kan iedereen een adres krijgen. Kies een domein van jullie zelf.");
        return new() { Domain = clean, Organisation = organisation };
    }

    /// <summary>The domain of an e-mail address, in lower case.</summary>
    public static string In(string email) => email[(email.LastIndexOf('@') + 1)..].ToLowerInvariant();

    internal sealed class Mapping : IEntityTypeConfiguration<EmailDomain>
    {
        public void Configure(EntityTypeBuilder<EmailDomain> domain)
        {
            domain.ToTable("accounts_email_domains");
            domain.HasKey(each => each.Domain);
            domain.Property(each => each.Domain).HasMaxLength(DomainLength);
            domain.HasIndex(each => each.Organisation);
        }
    }
}
