using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.People;

/// <summary>Names of people by id, kept in memory until the ledger says that an account changed.</summary>
/// <remarks>Every list of what people wrote asks them, so that they cost a page no question to the database.</remarks>
internal sealed class KeptPeople(IServiceScopeFactory scopes) : KeptById<PersonId, PersonSummary>(scopes)
{
    private const string Subject = "Person";

    /// <inheritdoc/>
    public override string Name => "names of people";

    /// <inheritdoc/>
    protected override PersonId? Changed(LedgerEntry entry) =>
        entry.Subject == Subject && entry.Event is not (nameof(SignedIn) or nameof(SignedOut)) ? new PersonId(entry.SubjectId) : null;

    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<PersonId, PersonSummary>> ReadAsync(
        IServiceProvider services, IReadOnlyList<PersonId> ids, CancellationToken cancellation) =>
        await services.GetRequiredService<AccountsDb>().People.Where(each => ids.Contains(each.Id))
            .Select(each => new PersonSummary(each.Id, each.FullName, each.Closed != null))
            .ToDictionaryAsync(person => person.Id, cancellation);
}
