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
    private static readonly HashSet<string> Events = [nameof(UseClaimed), nameof(SampleUsesRegistered), nameof(OwnUseStated)];

    private readonly ConcurrentDictionary<SolutionId, UsersOfSolution> bySolution = new();
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
        var uses = scope.ServiceProvider.GetRequiredService<AdoptionDb>().Uses;
        Remember(await uses.AsNoTracking().ToListAsync(cancellation));
    }

    public async Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
    {
        var changed = entries.Where(entry => Events.Contains(entry.Event))
            .Select(entry => new SolutionId(entry.SubjectId)).Distinct().ToList();
        if (changed.Count == 0)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var uses = scope.ServiceProvider.GetRequiredService<AdoptionDb>().Uses;
        Remember(await uses.AsNoTracking().Where(use => changed.Contains(use.Solution)).ToListAsync(cancellation));
    }

    private void Remember(IEnumerable<Use> uses)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        foreach (var solution in uses.GroupBy(use => use.Solution))
        {
            bySolution[solution.Key] = new([.. solution
                .Where(use => use.State is UseState.Active or UseState.Planned)
                .Select(use => new UserOf(
                    use.User, use.State, ProofOf(use, today), use.Since, use.ConfirmedOn, use.ClaimedBy, use.ClaimedOn))]);
        }

        byUser = null;
        totals = null;
        started = null;
    }

    private static ProofLevel ProofOf(Use use, DateOnly today) => use.ConfirmedOn switch
    {
        null => ProofLevel.Claimed,
        var day when day.Value.AddMonths(MonthsUntilLapsed) < today => ProofLevel.Lapsed,
        _ => ProofLevel.Confirmed,
    };

    private sealed record StrongBox(UseTotals Value);

    private sealed record Started(DateOnly Since, DateOnly Until, IReadOnlyList<OrganisationId> Users);
}
