using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts.FirstRun;
using Parelmuur.Accounts.Memberships;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.Providers;
using Parelmuur.Accounts.Sessions;
using Parelmuur.Accounts.SignIn;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts;

/// <summary>The tables of Accounts.</summary>
internal sealed class AccountsDb(DbContextOptions<AccountsDb> options, TimeProvider time) : PlatformDb(options, time)
{
    public DbSet<Person> People => Set<Person>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<EmailDomain> Domains => Set<EmailDomain>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<IdentityUserToken<PersonId>> Tokens => Set<IdentityUserToken<PersonId>>();

    public DbSet<IdentityUserPasskey<PersonId>> Passkeys => Set<IdentityUserPasskey<PersonId>>();

    public DbSet<ProviderLink> ProviderLinks => Set<ProviderLink>();

    public DbSet<UsedLogout> UsedLogouts => Set<UsedLogout>();

    public DbSet<SetupCode> SetupCodes => Set<SetupCode>();

    public DbSet<CountedAttempt> Attempts => Set<CountedAttempt>();

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RecordWhatIdentityChanged();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    // Identity saves by itself, for example to count a wrong password. The ledger then gets the names of what changed.
    private void RecordWhatIdentityChanged()
    {
        var entries = ChangeTracker.Entries().Where(entry => entry.State is not (EntityState.Unchanged or EntityState.Detached)).ToList();
        if (entries.Exists(entry => entry.Entity is LedgerEntry))
            return;
        foreach (var changes in entries.GroupBy(entry => PersonOf(entry.Entity)))
        {
            if (changes.Key is not { } person)
                continue;
            var parts = changes.SelectMany(entry => entry.Entity is Person
                    ? entry.Properties.Where(property => property.IsModified).Select(property => property.Metadata.Name)
                    : [entry.Metadata.ClrType.Name.Split('`')[0].Replace("IdentityUser", "", StringComparison.Ordinal)])
                .Except([nameof(Person.ConcurrencyStamp)])
                .Distinct().Order(StringComparer.Ordinal).ToList();
            Record(new AccountChanged(person, parts), Actor.Of(person, null));
        }
    }

    private static PersonId? PersonOf(object entity) => entity switch
    {
        Person person => person.Id,
        IdentityUserToken<PersonId> token => token.UserId,
        IdentityUserPasskey<PersonId> passkey => passkey.UserId,
        _ => null,
    };
}
