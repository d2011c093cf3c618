using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Adoption.Uses;

/// <summary>All uses in memory, per solution and per user: about a hundred bytes a use, and a third of that where one source states many at a time.</summary>
internal sealed class UseRegister(IServiceScopeFactory scopes, IOrganisations organisations) : ILedgerReader
{
    private static readonly HashSet<string> Events =
    [
        nameof(UseClaimed), nameof(SampleUsesRegistered), nameof(OwnUseStated), nameof(UsesRegrouped), nameof(UseDecided), nameof(UseDecisionUndone),
        nameof(UseMoved), nameof(UseAskedAfterSplit), nameof(UseLeft),
    ];

    // What is counted over all uses is kept with them and changes with them: a change must not cost more when there are more uses.
    private readonly ConcurrentDictionary<SolutionId, StatedUses> bySolution = new();
    private readonly ConcurrentDictionary<OrganisationId, IReadOnlyList<UseBy>> byUser = new();
    private readonly ConcurrentDictionary<SolutionId, DateOnly> byItself = new();
    private readonly Lock keeping = new();
    private volatile JoinedUses joined = JoinedUses.None;
    private volatile StrongBox totals = new(default);
    private volatile Started? started;
    private volatile JointBodyMembers? members;
    private int provedOn;

    public string Name => "register of uses";

    public bool EveryNode => true;

    private DateOnly Today => organisations.Today;

    public UseTotals Totals
    {
        get
        {
            Proved();
            return totals.Value;
        }
    }

    public UsersOfSolution UsersOf(SolutionId solution) => Of(Proved(), solution);

    public int MunicipalitiesOf(SolutionId solution)
    {
        var users = UsersOf(solution);
        return users.Users.Concat(users.Hidden).Count(use => organisations.FindMunicipality(use.User) is not null);
    }

    public IReadOnlyList<OrganisationId> ToTellOf(SolutionId solution)
    {
        var users = UsersOf(solution);
        return [.. users.Users.Concat(users.Hidden).SelectMany(use => use.Via is { } via ? (OrganisationId[])[use.User, via] : [use.User]).Distinct()];
    }

    public IReadOnlyList<UsersOfSolution> UsersOfEach(IReadOnlyCollection<SolutionId> solutions)
    {
        var proved = Proved();
        return [.. solutions.Select(solution => Of(proved, solution))];
    }

    /// <summary>The solutions that changed at the midnights after a day.</summary>
    public IReadOnlyCollection<SolutionId> ChangedByItselfAfter(DateOnly day)
    {
        Proved();
        return [.. byItself.Where(each => each.Value > day).Select(each => each.Key)];
    }

    public IReadOnlyList<UseBy> UsesBy(OrganisationId user)
    {
        Proved();
        return byUser.GetValueOrDefault(user, []);
    }

    public IEnumerable<(SolutionId Solution, UserOf User)> All() =>
        Proved().SelectMany(solution => solution.Value.Users.Users.Select(user => (solution.Key, user)));

    public IEnumerable<KeyValuePair<SolutionId, UsersOfSolution>> Used() =>
        from solution in Proved()
        where solution.Value.Users.Active + solution.Value.Users.Planned > 0
        select KeyValuePair.Create(solution.Key, solution.Value.Users);

    /// <summary>Where the uses of a solution count.</summary>
    public SolutionId WholeOf(SolutionId solution) => joined.WholeOf(solution);

    /// <summary>Whether the uses of another count there too.</summary>
    public bool HasParts(SolutionId whole) => joined.HasParts(whole);

    /// <summary>The solutions whose uses count there, itself first.</summary>
    public IEnumerable<SolutionId> PartsOf(SolutionId whole) => joined.PartsOf(whole);

    public IReadOnlyList<OrganisationId> StartedSince(DateOnly day)
    {
        var today = Today;
        if (started is { } kept && kept.Since == day && kept.Until == today)
            return kept.Users;
        lock (keeping)
        {
            var users = All().Where(use => use.User.State == UseState.Active && use.User.Since >= day && use.User.Since <= today)
                .Select(use => use.User.User).Distinct().ToList();
            started = new(day, today, users);
            return users;
        }
    }

    public async Task StartAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AdoptionDb>();
        await ReadJoinedAsync(db, cancellation);
        Remember(await db.Uses.Select(UseRow.Of).ToListAsync(cancellation));
    }

    public async Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
    {
        var changed = entries.SelectMany(SolutionsOf).Distinct().ToList();
        if (changed.Count == 0)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AdoptionDb>();
        if (entries.Any(entry => entry.Event == nameof(UsesRegrouped)))
        {
            await ReadJoinedAsync(db, cancellation);
            // What counts elsewhere now has no users of its own; what stands by itself again is put back below.
            var nobody = new StatedUses([], [], FrozenSet<OrganisationId>.Empty, organisations.Members);
            Put(changed.ToDictionary(solution => solution, _ => nobody));
        }

        var theirs = changed.Select(joined.WholeOf).Distinct().SelectMany(joined.PartsOf).ToList();
        Remember(await db.Uses.Where(use => theirs.Contains(use.Solution)).Select(UseRow.Of).ToListAsync(cancellation));
    }

    private async Task ReadJoinedAsync(AdoptionDb db, CancellationToken cancellation) =>
        joined = new(await db.Joined.AsNoTracking().ToDictionaryAsync(each => each.Solution, each => each.Into, cancellation));

    // A confirmation lapses by itself at midnight, and who takes part in a joint body changes. What does not change by it stays the same object.
    private ConcurrentDictionary<SolutionId, StatedUses> Proved()
    {
        var (today, takePart) = (Today, organisations.Members);
        if (Volatile.Read(ref provedOn) == today.DayNumber && ReferenceEquals(members, takePart))
            return bySolution;
        lock (keeping)
        {
            var before = members ?? takePart;
            var changed = bySolution.Select(each => (each.Key, Before: each.Value, Now: each.Value.On(today, takePart, before)))
                .Where(each => !ReferenceEquals(each.Before, each.Now)).ToDictionary(each => each.Key, each => each.Now);
            Put(changed);
            foreach (var solution in changed.Keys)
                byItself[solution] = today;
            members = takePart;
            Volatile.Write(ref provedOn, today.DayNumber);
        }

        return bySolution;
    }

    private static UsersOfSolution Of(ConcurrentDictionary<SolutionId, StatedUses> known, SolutionId solution) =>
        known.TryGetValue(solution, out var stated) ? stated.Users : UsersOfSolution.None;

    // Of the users of these solutions only those that changed are touched.
    private void Put(IReadOnlyDictionary<SolutionId, StatedUses> changed)
    {
        lock (keeping)
        {
            var (active, confirmed) = totals.Value;
            Dictionary<OrganisationId, Dictionary<SolutionId, UserOf?>> ofUsers = [];
            foreach (var (solution, stated) in changed)
            {
                var (before, now) = (bySolution.GetValueOrDefault(solution)?.Users ?? UsersOfSolution.None, stated.Users);
                bySolution[solution] = stated;
                (active, confirmed) = (active + now.Active - before.Active, confirmed + now.Confirmed - before.Confirmed);
                foreach (var user in before.Users.Except(now.Users))
                    Of(user)[solution] = null;
                foreach (var user in now.Users.Except(before.Users))
                    Of(user)[solution] = user;
            }

            foreach (var (user, uses) in ofUsers)
            {
                UseBy[] all =
                [
                    .. byUser.GetValueOrDefault(user, []).Where(use => !uses.ContainsKey(use.Solution)),
                    .. uses.Where(use => use.Value is not null).Select(use => new UseBy(use.Key, use.Value!)),
                ];
                byUser[user] = all;
            }

            totals = new(new(active, confirmed));

            Dictionary<SolutionId, UserOf?> Of(UserOf user)
            {
                if (user.Since >= started?.Since)
                    started = null;
                if (!ofUsers.TryGetValue(user.User, out var uses))
                    ofUsers[user.User] = uses = [];
                return uses;
            }
        }
    }

    private static IReadOnlyList<SolutionId> SolutionsOf(LedgerEntry entry) => entry.Event switch
    {
        nameof(UsesStatedAgain) => JsonSerializer.Deserialize<UsesStatedAgain>(entry.Change, JsonSerializerOptions.Web)!.Solutions,
        _ when Events.Contains(entry.Event) => [new(entry.SubjectId)],
        _ => [],
    };

    private void Remember(IEnumerable<UseRow> uses)
    {
        var (today, takePart) = (Today, organisations.Members);
        // A source states thousands of uses, many of them alike but for the solution: one text with its name will do, and one use.
        var (sources, alike) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<UserOf>());
        Put(uses.GroupBy(use => joined.WholeOf(use.Solution)).ToDictionary(solution => solution.Key, solution =>
        {
            var counting = (joined.HasParts(solution.Key) ? solution.GroupBy(use => use.User).Select(JoinedUses.Best) : solution).Where(use => !use.StandsAside && !use.Asked).ToList();
            // What moved counts where it went. After a split it counts at the one that was divided, until the first of them says that it goes on.
            if (counting.Exists(use => use.Moved))
            {
                var asked = solution.Where(use => use.Asked).Select(use => use.Origin).ToHashSet();
                asked.ExceptWith(counting.Where(use => use.Counts).Select(use => use.Origin));
                counting.RemoveAll(use => use.Moved && !asked.Contains(use.User));
            }

            var users = counting.Where(use => use.Counts)
                .ToLookup(use => use.Hidden, use => Once(alike, new UserOf(
                    use.User, use.State, UseProof.Of(use.ConfirmedOn, today), use.Since, use.ConfirmedOn, use.ClaimedBy is { } by ? Once(sources, by) : null, use.ClaimedOn)
                {
                    Origin = use.Origin is { } origin && use.OriginOn is { } on ? new(origin, on) : null,
                }));
            var apart = counting.Where(use => !use.Counts && (use.Rejected || use.ConfirmedOn is not null)).Select(use => use.User).ToHashSet();
            return new StatedUses(users[false].ToArray(), users[true].ToArray(), apart.Count > 0 ? apart : FrozenSet<OrganisationId>.Empty, takePart);
        }));

        // Midnight may have passed meanwhile, or a municipality joined.
        if (Today != today || !ReferenceEquals(organisations.Members, takePart))
            Volatile.Write(ref provedOn, 0);

        static T Once<T>(HashSet<T> known, T value) => known.Add(value) || !known.TryGetValue(value, out var first) ? value : first;
    }

    private sealed record StrongBox(UseTotals Value);

    private sealed record Started(DateOnly Since, DateOnly Until, IReadOnlyList<OrganisationId> Users);
}
