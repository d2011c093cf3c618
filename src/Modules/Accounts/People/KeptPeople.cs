using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Accounts.People;

/// <summary>Names of people by id, kept in memory until the ledger says that an account changed.</summary>
/// <remarks>Every list of what people wrote asks them, so that they cost a page no question to the database.</remarks>
internal sealed class KeptPeople(IServiceScopeFactory scopes) : ILedgerReader
{
    private const string Subject = "Person";

    private readonly ConcurrentDictionary<PersonId, PersonSummary> kept = new();
    private readonly Lock keeping = new();
    private long changes;

    /// <inheritdoc/>
    public string Name => "names of people";

    /// <inheritdoc/>
    public bool EveryNode => true;

    /// <summary>The names of these people; unknown ids are left out.</summary>
    public async Task<IReadOnlyDictionary<PersonId, PersonSummary>> PeopleAsync(
        IReadOnlyCollection<PersonId> people, CancellationToken cancellation)
    {
        var found = new Dictionary<PersonId, PersonSummary>(people.Count);
        List<PersonId> missing = [];
        foreach (var id in people)
        {
            if (kept.TryGetValue(id, out var person))
                found[id] = person;
            else
                missing.Add(id);
        }

        if (missing.Count > 0)
        {
            foreach (var person in await ReadAsync(missing, cancellation))
                found[person.Id] = person;
        }

        return found;
    }

    /// <inheritdoc/>
    public Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
    {
        lock (keeping)
        {
            changes++;
            foreach (var entry in entries.Where(entry => entry.Subject == Subject && entry.Event is not (nameof(SignedIn) or nameof(SignedOut))))
                kept.TryRemove(new PersonId(entry.SubjectId), out _);
        }

        return Task.CompletedTask;
    }

    private async Task<List<PersonSummary>> ReadAsync(List<PersonId> ids, CancellationToken cancellation)
    {
        var before = Volatile.Read(ref changes);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        var people = await db.People.Where(each => ids.Contains(each.Id))
            .Select(each => new PersonSummary(each.Id, each.FullName, each.Closed != null)).ToListAsync(cancellation);
        lock (keeping)
        {
            // What was read while something changed may be old: it serves this answer and is not kept.
            if (changes == before)
                people.ForEach(person => kept[person.Id] = person);
        }

        return people;
    }
}
