using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.People;

/// <summary>The table for what Identity keeps beside a person: the secret of the authenticator app, recovery codes.</summary>
internal sealed class TokenMapping : IEntityTypeConfiguration<IdentityUserToken<PersonId>>
{
    private const int NameLength = 80;

    public void Configure(EntityTypeBuilder<IdentityUserToken<PersonId>> token)
    {
        token.ToTable("accounts_tokens");
        token.HasKey(each => new { each.UserId, each.LoginProvider, each.Name });
        token.Property(each => each.LoginProvider).HasMaxLength(NameLength);
        token.Property(each => each.Name).HasMaxLength(NameLength);
    }
}

/// <summary>The table for passkeys: public keys only, the secret stays on the person's device.</summary>
internal sealed class PasskeyMapping : IEntityTypeConfiguration<IdentityUserPasskey<PersonId>>
{
    private const int CredentialLength = 1024;

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<PersonId>> passkey)
    {
        passkey.ToTable("accounts_passkeys");
        passkey.HasKey(each => each.CredentialId);
        passkey.Property(each => each.CredentialId).HasMaxLength(CredentialLength);
        passkey.HasIndex(each => each.UserId);
        passkey.Property(each => each.Data).HasConversion(
            data => Write(data),
            stored => JsonSerializer.Deserialize<IdentityPasskeyData>(stored, JsonSerializerOptions.Web)!,
            new ValueComparer<IdentityPasskeyData>(
                (left, right) => Write(left) == Write(right),
                data => Write(data).GetHashCode(StringComparison.Ordinal),
                data => JsonSerializer.Deserialize<IdentityPasskeyData>(Write(data), JsonSerializerOptions.Web)!));
    }

    private static string Write(IdentityPasskeyData? data) => JsonSerializer.Serialize(data, JsonSerializerOptions.Web);
}
