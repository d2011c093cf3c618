using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.Modules;
using Parelmuur.Kernel.People;

namespace Parelmuur.Conversations.Notifications;

/// <summary>How many notifications each person has not read, in memory: every page of who is signed in shows it.</summary>
internal sealed class UnreadCounts(IServiceScopeFactory scopes) : ILedgerReader, IPersonalLink
{
    private ConcurrentDictionary<PersonId, int> counts = new();

    /// <inheritdoc/>
    public string Name => "unread notifications";

    /// <inheritdoc/>
    public bool EveryNode => true;

    /// <inheritdoc/>
    public bool StartsAlone => true;

    /// <inheritdoc/>
    public PersonalLink For(CurrentPerson person) => new("Berichten", "/mijn/berichten", counts.GetValueOrDefault(person.Id));

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        counts = new(await CountAsync(scope.ServiceProvider.GetRequiredService<ConversationsDb>().Notifications, cancellation));
    }

    /// <inheritdoc/>
    public async Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
    {
        var people = entries.Where(entry => entry.Event is nameof(NotificationsRead) or nameof(AccountClosed))
            .Select(entry => new PersonId(entry.SubjectId)).ToHashSet();
        var changed = entries.Where(entry => entry.Event == nameof(NotificationsChanged))
            .SelectMany(entry => entry.As<NotificationsChanged>().Entries).ToHashSet();
        await using var scope = scopes.CreateAsyncScope();
        var notifications = scope.ServiceProvider.GetRequiredService<ConversationsDb>().Notifications;
        if (changed.Count > 0)
            people.UnionWith(await notifications.Where(each => changed.Contains(each.Entry)).Select(each => each.Person).Distinct().ToListAsync(cancellation));
        await CountAgainAsync(people, notifications, cancellation);
    }

    /// <summary>Counts again for a person who just read something on this node.</summary>
    public Task CountAgainAsync(PersonId person, ConversationsDb db, CancellationToken cancellation) =>
        CountAgainAsync([person], db.Notifications, cancellation);

    private async Task CountAgainAsync(HashSet<PersonId> people, IQueryable<Notification> notifications, CancellationToken cancellation)
    {
        if (people.Count == 0)
            return;
        var now = await CountAsync(notifications.Where(each => people.Contains(each.Person)), cancellation);
        foreach (var person in people)
        {
            if (now.TryGetValue(person, out var count))
                counts[person] = count;
            else
                counts.TryRemove(person, out _);
        }
    }

    private static Task<Dictionary<PersonId, int>> CountAsync(IQueryable<Notification> notifications, CancellationToken cancellation) =>
        notifications.Where(each => each.Read == null).GroupBy(each => each.Person)
            .Select(mine => new { mine.Key, Count = mine.Count() }).ToDictionaryAsync(each => each.Key, each => each.Count, cancellation);
}
