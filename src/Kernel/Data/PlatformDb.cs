using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.Mails;
using Parelmuur.Kernel.People;

namespace Parelmuur.Kernel.Data;

/// <summary>The tables of one room, together with the ledger and the mail, in the one database of the house.</summary>
/// <remarks>
/// A room derives from this and adds its sets. Every save that changes an entity must <see cref="Record"/> what
/// happened; both are written in one transaction, or neither is.
/// </remarks>
/// <param name="options">Chooses the database.</param>
/// <param name="time">Gives the moment of each ledger entry.</param>
public abstract class PlatformDb(DbContextOptions options, TimeProvider time) : DbContext(options)
{
    /// <summary>The longest text of a database column that holds the name of an enum value.</summary>
    public const int EnumLength = 32;

    private const int SeldomInAnHour = 3;

    /// <summary>What happened, oldest first. Entries are only ever added.</summary>
    internal DbSet<LedgerEntry> Ledger => Set<LedgerEntry>();

    /// <summary>The mail that waits.</summary>
    internal DbSet<QueuedMail> Mails => Set<QueuedMail>();

    /// <summary>Adds an entry to the ledger, written together with the next save.</summary>
    public void Record(LedgerEvent happened, Actor actor) =>
        Ledger.Add(LedgerEntry.Of(happened, actor, time.GetUtcNow()));

    /// <summary>Adds a mail, saved together with the next save and sent after it. When that save fails, nothing is sent.</summary>
    public void Send(Mail mail) => Mails.Add(QueuedMail.Of(mail, time.GetUtcNow()));

    /// <summary>Adds a mail as <see cref="Send"/> does, unless its receiver got three with that subject in the last hour.</summary>
    /// <remarks>For what anybody can ask with a form: it must not fill the mailbox of another. Every node counts in the same table.</remarks>
    public async Task SendSeldomAsync(Mail mail, CancellationToken cancellation)
    {
        var since = time.GetUtcNow() - TimeSpan.FromHours(1);
        if (await Mails.CountAsync(each => each.To == mail.To && each.Subject == mail.Subject && each.Queued > since, cancellation) < SeldomInAnHour)
            Send(mail);
    }

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        EnsureRecorded();
        Replica.MayNotAnswer();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Saves as <see cref="DbContext.SaveChangesAsync(CancellationToken)"/> does, for thousands of new rows at once.</summary>
    /// <remarks>The new ones are not tracked afterwards, so use the context for nothing else.</remarks>
    public async Task SaveManyAsync(CancellationToken cancellation)
    {
        if (!Database.IsSqlite())
        {
            await SaveChangesAsync(cancellation);
            return;
        }

        EnsureRecorded();
        await using var transaction = await Database.BeginTransactionAsync(cancellation);
        PreparedInserts.Write(this, transaction.GetDbTransaction());
        await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Whether a save may have lost from another that wrote the same at that moment, so that it can try again.</summary>
    /// <remarks>On PostgreSQL two that wait for each other end so too, as a failure within a failure.</remarks>
    public static bool MayHaveLost(Exception error) =>
        error is DbUpdateException or InvalidOperationException { InnerException: DbUpdateException };

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save with SaveChangesAsync.");

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(EnumLength);
        configurationBuilder.Properties<IReadOnlyList<string>>().HaveConversion<TextListConverter, TextListConverter.Comparer>();
        configurationBuilder.Properties<OrganisationId>().HaveConversion<TypedIdConverter<OrganisationId>>();
        configurationBuilder.Properties<SolutionId>().HaveConversion<TypedIdConverter<SolutionId>>();
        configurationBuilder.Properties<PersonId>().HaveConversion<TypedIdConverter<PersonId>>();
        configurationBuilder.Properties<UseId>().HaveConversion<TypedIdConverter<UseId>>();
        configurationBuilder.Properties<ContributionId>().HaveConversion<TypedIdConverter<ContributionId>>();
        configurationBuilder.Properties<FileId>().HaveConversion<TypedIdConverter<FileId>>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly);
        if (GetType().Assembly != typeof(PlatformDb).Assembly)
        {
            modelBuilder.ApplyConfiguration(new LedgerEntry.Mapping(ownsTable: false));
            modelBuilder.ApplyConfiguration(new QueuedMail.Mapping(ownsTable: false));
        }

        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            property.SetColumnName(SnakeCase(property.Name));
    }

    private static string SnakeCase(string name)
    {
        var column = new StringBuilder(name.Length + 8);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && column.Length > 0)
                column.Append('_');
            column.Append(char.ToLowerInvariant(letter));
        }

        return column.ToString();
    }

    // There is no change without an entry in the ledger: a forgotten Record is a programming error, found at once.
    // A mail alone changes nothing that anybody could look up.
    private void EnsureRecorded()
    {
        var changes = ChangeTracker.Entries().Where(entry =>
            entry.Entity is not QueuedMail
            && entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        if (changes.Count > 0 && !changes.Exists(entry => entry.Entity is LedgerEntry))
            throw new InvalidOperationException($"{changes[0].Metadata.ClrType.Name} changed without a ledger entry.");
        if (changes.Exists(entry => entry.Entity is LedgerEntry && entry.State != EntityState.Added))
            throw new InvalidOperationException("The ledger is append-only.");
    }
}
