using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.Memberships;

/// <summary>The part behind the @ with which an organisation lets people in as reader or contributor by itself.</summary>
internal sealed class EmailDomain
{
    public const int DomainLength = 253;

    private EmailDomain() { }

    /// <summary>In lower case: "deventer.nl".</summary>
    public string Domain { get; private set; } = "";

    public OrganisationId Organisation { get; private set; }

    /// <summary>Ties a domain to an organisation; each domain belongs to one.</summary>
    public static EmailDomain Of(string domain, OrganisationId organisation) =>
        new() { Domain = domain.Trim().TrimStart('@').ToLowerInvariant(), Organisation = organisation };

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
