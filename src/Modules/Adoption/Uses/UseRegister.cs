using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Adoption.Uses;

/// <summary>All uses in memory, per solution and per user: about a hundred bytes a use.</summary>
internal sealed class UseRegister(IServiceScopeFactory scopes, IOrganisations organisations, TimeProvider time) : ILedgerReader
{
    private static readonly HashSet<string> Events =
    [
        nameof(UseClaimed), nameof(SampleUsesRegistered), nameof(OwnUseStated), nameof(UsesRegrouped), nameof(UseDecided), nameof(UseDecisionUndone),
        nameof(UseMoved), nameof(UseAskedAfterSplit), nameof(UseLeft),
    ];

    private readonly ConcurrentDictionary<SolutionId, StatedUses> bySolution = new();
    private volatile JoinedUses joined = JoinedUses.None;
    private volatile ILookup<OrganisationId, UseBy>? byUser;
    private volatile StrongBox? totals;
    private volatile Started? started;
    private volatile JointBodyMembers? members;
    private int provedOn;

    public string Name => "register of uses";

    public bool EveryNode => true;

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public UseTotals Totals
    {
        get
        {
            var uses = Proved();
            return (totals ??= new(new(uses.Values.Sum(each => each.Users.Active), uses.Values.Sum(each => each.Users.Confirmed)))).Value;
        }
    }

    public UsersOfSolution UsersOf(SolutionId solution) => Proved().GetValueOrDefault(solution)?.Users ?? UsersOfSolution.None;

    public IEnumerable<UseBy> UsesBy(OrganisationId user)
    {
        Proved();
        return (byUser ??= All().ToLookup(use => use.User.User, use => new UseBy(use.Solution, use.User)))[user];
    }

    public IEnumerable<(SolutionId Solution, UserOf User)> All() =>
        Proved().SelectMany(solution => solution.Value.Users.Users.Select(user => (solution.Key, user)));

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

    // A confirmation lapses by itself at midnight, and who takes part in a joint body changes. What does not change by it stays the same object.
    private ConcurrentDictionary<SolutionId, StatedUses> Proved()
    {
        var (today, takePart) = (Today, organisations.Members);
        if (Volatile.Read(ref provedOn) == today.DayNumber && ReferenceEquals(members, takePart))
            return bySolution;
        var before = members ?? takePart;
        foreach (var (solution, uses) in bySolution)
        {
            if (uses.On(today, takePart, before) is var now && !ReferenceEquals(now, uses))
                bySolution.TryUpdate(solution, now, uses);
        }

        Forget();
        members = takePart;
        Volatile.Write(ref provedOn, today.DayNumber);
        return bySolution;
    }

    private void Forget()
    {
        byUser = null;
        totals = null;
        started = null;
    }

    private void Remember(IEnumerable<UseRow> uses)
    {
        var (today, takePart) = (Today, organisations.Members);
        var sources = new HashSet<string>(StringComparer.Ordinal);
        foreach (var solution in uses.GroupBy(use => joined.WholeOf(use.Solution)))
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
                .ToLookup(use => use.Hidden, use => new UserOf(
                    use.User, use.State, UseProof.Of(use.ConfirmedOn, today), use.Since, use.ConfirmedOn, Once(use.ClaimedBy), use.ClaimedOn)
                {
                    Origin = use.Origin is { } origin && use.OriginOn is { } on ? new(origin, on) : null,
                });
            var apart = counting.Where(use => !use.Counts && (use.Rejected || use.ConfirmedOn is not null)).Select(use => use.User).ToHashSet();
            bySolution[solution.Key] = new([.. users[false]], [.. users[true]], apart, takePart);
        }

        // Midnight may have passed meanwhile, or a municipality joined.
        if (Today != today || !ReferenceEquals(organisations.Members, takePart))
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
