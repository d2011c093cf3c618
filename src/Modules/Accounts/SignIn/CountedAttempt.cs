using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Parelmuur.Accounts.SignIn;

/// <summary>How often one address tried in one minute, for all nodes together.</summary>
/// <remarks>It says nothing about a person or an organisation, so the ledger does not know of it.</remarks>
internal sealed class CountedAttempt
{
    /// <summary>A fingerprint of the address and the minute, so that the table tells nobody who was here.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The minute, counted from 1970.</summary>
    public long Minute { get; private set; }

    public int Tries { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<CountedAttempt>
    {
        public const int KeyLength = 64;

        public void Configure(EntityTypeBuilder<CountedAttempt> builder)
        {
            builder.ToTable("accounts_attempts");
            builder.HasKey(attempt => attempt.Key);
            builder.Property(attempt => attempt.Key).HasMaxLength(KeyLength);
            builder.HasIndex(attempt => attempt.Minute);
        }
    }
}
