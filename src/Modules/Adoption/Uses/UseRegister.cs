using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Adoption.Uses;

/// <summary>All uses in memory, per solution and per user: about a hundred bytes a use.</summary>
internal sealed class UseRegister(IServiceScopeFactory scopes, TimeProvider time) : ILedgerReader
{
    private const int MonthsUntilLapsed = 13;
    private static readonly HashSet<string> Events = [nameof(UseClaimed), nameof(SampleUsesRegistered), nameof(OwnUseStated), nameof(UsesRegrouped)];

    private readonly ConcurrentDictionary<SolutionId, UsersOfSolution> bySolution = new();
    private volatile JoinedUses joined = JoinedUses.None;
    private volatile ILookup<OrganisationId, UseBy>? byUser;
    private volatile StrongBox? totals;
    private volatile Started? started;

    public string Name => "register of uses";

    public bool EveryNode => true;

    public UseTotals Totals =>
        (totals ??= new(new(bySolution.Values.Sum(users => users.Active), bySolution.Values.Sum(users => users.Confirmed)))).Value;

    public UsersOfSolution UsersOf(SolutionId solution) => bySolution.GetValueOrDefault(solution, UsersOfSolution.None);

    public IEnumerable<UseBy> UsesBy(OrganisationId user) =>
        (byUser ??= All().ToLookup(use => use.User.User, use => new UseBy(use.Solution, use.User)))[user];

    public IEnumerable<(SolutionId Solution, UserOf User)> All() =>
        bySolution.SelectMany(solution => solution.Value.Users.Select(user => (solution.Key, user)));

    public IReadOnlyList<OrganisationId> StartedSince(DateOnly day)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
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

    private void Remember(IEnumerable<UseRow> uses)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var sources = new HashSet<string>(StringComparer.Ordinal);
        foreach (var solution in uses.GroupBy(use => joined.WholeOf(use.Solution)))
        {
            var counting = joined.HasParts(solution.Key) ? solution.GroupBy(use => use.User).Select(JoinedUses.Best) : solution;
            bySolution[solution.Key] = new([.. counting
                .Where(use => use.State is UseState.Active or UseState.Planned)
                .Select(use => new UserOf(
                    use.User, use.State, ProofOf(use, today), use.Since, use.ConfirmedOn, Once(use.ClaimedBy), use.ClaimedOn))]);
        }

        byUser = null;
        totals = null;
        started = null;

        // A source states thousands of uses; one text with its name will do.
        string? Once(string? source)
        {
            if (source is null || sources.Add(source))
                return source;
            return sources.TryGetValue(source, out var first) ? first : source;
        }
    }

    private static ProofLevel ProofOf(UseRow use, DateOnly today) => use.ConfirmedOn switch
    {
        null => ProofLevel.Claimed,
        var day when day.Value.AddMonths(MonthsUntilLapsed) < today => ProofLevel.Lapsed,
        _ => ProofLevel.Confirmed,
    };

    private sealed record StrongBox(UseTotals Value);

    private sealed record Started(DateOnly Since, DateOnly Until, IReadOnlyList<OrganisationId> Users);
}
