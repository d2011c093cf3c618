using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Adoption.Uses;

/// <summary>All uses in memory, per solution and per user: about a hundred bytes a use.</summary>
internal sealed class UseRegister(IServiceScopeFactory scopes, TimeProvider time) : ILedgerReader
{
    private static readonly HashSet<string> Events =
    [
        nameof(UseClaimed), nameof(SampleUsesRegistered), nameof(OwnUseStated), nameof(UsesRegrouped), nameof(UseDecided), nameof(UseDecisionUndone),
    ];

    private readonly ConcurrentDictionary<SolutionId, UsersOfSolution> bySolution = new();
    private volatile JoinedUses joined = JoinedUses.None;
    private volatile ILookup<OrganisationId, UseBy>? byUser;
    private volatile StrongBox? totals;
    private volatile Started? started;
    private int provedOn;

    public string Name => "register of uses";

    public bool EveryNode => true;

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public UseTotals Totals
    {
        get
        {
            var uses = Proved();
            return (totals ??= new(new(uses.Values.Sum(users => users.Active), uses.Values.Sum(users => users.Confirmed)))).Value;
        }
    }

    public UsersOfSolution UsersOf(SolutionId solution) => Proved().GetValueOrDefault(solution, UsersOfSolution.None);

    public IEnumerable<UseBy> UsesBy(OrganisationId user)
    {
        Proved();
        return (byUser ??= All().ToLookup(use => use.User.User, use => new UseBy(use.Solution, use.User)))[user];
    }

    public IEnumerable<(SolutionId Solution, UserOf User)> All() =>
        Proved().SelectMany(solution => solution.Value.Users.Select(user => (solution.Key, user)));

    /// <summary>Where the uses of a solution count.</summary>
    public SolutionId WholeOf(SolutionId solution) => joined.WholeOf(solution);

    /// <summary>The solutions whose uses count there, itself first.</summary>
    public IEnumerable<SolutionId> PartsOf(SolutionId whole) => joined.PartsOf(whole);

    public IReadOnlyList<OrganisationId> StartedSince(DateOnly day)
    {
        var today = Today;
        if (started is { } kept && kept.Since == day && kept.Until == today)
            return kept.Users;
        var users = All().Where(use => use.User.State == UseState.Active && use.User.Since >= day && use.User.Since <= today)
            .Select(use => use.User.User).Distinct().ToList();
        started = new(day, today, users);
        return users;
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
        var changed = entries.Where(entry => Events.Contains(entry.Event))
            .Select(entry => new SolutionId(entry.SubjectId)).Distinct().ToList();
        if (changed.Count == 0)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AdoptionDb>();
        if (entries.Any(entry => entry.Event == nameof(UsesRegrouped)))
        {
            await ReadJoinedAsync(db, cancellation);
            // What counts elsewhere now has no users of its own; what stands by itself again is put back below.
            changed.ForEach(solution => bySolution.TryRemove(solution, out _));
        }

        var theirs = changed.Select(joined.WholeOf).Distinct().SelectMany(joined.PartsOf).ToList();
        Remember(await db.Uses.Where(use => theirs.Contains(use.Solution)).Select(UseRow.Of).ToListAsync(cancellation));
    }

    private async Task ReadJoinedAsync(AdoptionDb db, CancellationToken cancellation) =>
        joined = new(await db.Joined.AsNoTracking().ToDictionaryAsync(each => each.Solution, each => each.Into, cancellation));

    // A confirmation lapses by itself at midnight. What does not change by it stays the same object.
    private ConcurrentDictionary<SolutionId, UsersOfSolution> Proved()
    {
        var today = Today;
        if (Volatile.Read(ref provedOn) == today.DayNumber)
            return bySolution;
        foreach (var (solution, users) in bySolution)
        {
            if (users.Users.Concat(users.Hidden).Any(user => user.Proof != UseProof.Of(user.ConfirmedOn, today)))
                bySolution.TryUpdate(solution, new(AsOf(users.Users, today), AsOf(users.Hidden, today)), users);
        }

        Forget();
        Volatile.Write(ref provedOn, today.DayNumber);
        return bySolution;
    }

    private static List<UserOf> AsOf(IReadOnlyList<UserOf> users, DateOnly today) =>
        [.. users.Select(user => user with { Proof = UseProof.Of(user.ConfirmedOn, today) })];

    private void Forget()
    {
        byUser = null;
        totals = null;
        started = null;
    }

    private void Remember(IEnumerable<UseRow> uses)
    {
        var today = Today;
        var sources = new HashSet<string>(StringComparer.Ordinal);
        foreach (var solution in uses.GroupBy(use => joined.WholeOf(use.Solution)))
        {
            var counting = joined.HasParts(solution.Key) ? solution.GroupBy(use => use.User).Select(JoinedUses.Best) : solution;
            var users = counting
                .Where(use => use is { State: UseState.Active or UseState.Planned, Rejected: false })
                .ToLookup(use => use.Hidden, use => new UserOf(
                    use.User, use.State, UseProof.Of(use.ConfirmedOn, today), use.Since, use.ConfirmedOn, Once(use.ClaimedBy), use.ClaimedOn));
            bySolution[solution.Key] = new([.. users[false]], [.. users[true]]);
        }

        // Midnight may have passed meanwhile.
        if (Today != today)
            Volatile.Write(ref provedOn, 0);
        Forget();

        // A source states thousands of uses; one text with its name will do.
        string? Once(string? source)
        {
            if (source is null || sources.Add(source))
                return source;
            return sources.TryGetValue(source, out var first) ? first : source;
        }
    }

    private sealed record StrongBox(UseTotals Value);

    private sealed record Started(DateOnly Since, DateOnly Until, IReadOnlyList<OrganisationId> Users);
}
