using System.Runtime.CompilerServices;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Spread;

/// <summary>The spread of the whole platform, counted when somebody asks and kept until a use or solution changes or the day ends.</summary>
internal sealed class KeptSpread(IAdoption adoption, ICatalogue catalogue, IOrganisations organisations) : ILedgerReader, IDisposable
{
    private const string Subject = "Solution";
    private static readonly SolutionStatus[] Apart = [SolutionStatus.Draft, SolutionStatus.Tip, SolutionStatus.Merged];

    private readonly SemaphoreSlim counting = new(1, 1);
    private volatile PlatformSpread? kept;
    private OneDay? day;
    private long changes;

    public string Name => "spread of solutions";

    public bool EveryNode => true;

    public async Task<PlatformSpread> TodayAsync(CancellationToken cancellation)
    {
        if (Fresh is { } fresh)
            return fresh;
        await counting.WaitAsync(cancellation);
        try
        {
            if (Fresh is { } other)
                return other;
            var before = Interlocked.Read(ref changes);
            var spread = await CountAsync(cancellation);
            // What was counted while something changed serves this answer and is not kept.
            if (Interlocked.Read(ref changes) == before)
                kept = spread;
            return spread;
        }
        finally
        {
            counting.Release();
        }
    }

    public Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
    {
        if (entries.Any(entry => entry.Subject == Subject))
        {
            Interlocked.Increment(ref changes);
            kept = null;
        }

        return Task.CompletedTask;
    }

    public void Dispose() => counting.Dispose();

    private PlatformSpread? Fresh => kept is { } spread && spread.On == organisations.Today ? spread : null;

    private async Task<PlatformSpread> CountAsync(CancellationToken cancellation)
    {
        var used = adoption.Used().ToList();
        var cards = await catalogue.CardsAsync([.. used.Select(each => each.Key)], cancellation);
        var today = Today();
        List<(SolutionSpread, CountedUses)> solutions = [];
        foreach (var (solution, users) in used)
        {
            // Its uses count at the solution that took it up.
            if (!cards.TryGetValue(solution, out var card) || card.Id != solution || Apart.Contains(card.Status))
                continue;
            var counted = today.Counted.GetValue(users, _ => CountedUses.Of(users.Users, organisations, today.Places));
            solutions.Add((SolutionSpread.Of(card, users, counted), counted));
        }

        return PlatformSpread.Of(solutions, organisations);
    }

    private OneDay Today() => day is { } kept && kept.On == organisations.Today
        ? kept : day = new(organisations.Today, CountedUses.PlacesOf(organisations), []);

    // The register gives the same users until one of them changes, so only what changed is counted again.
    private sealed record OneDay(
        DateOnly On, IReadOnlyDictionary<Municipality, int> Places, ConditionalWeakTable<UsersOfSolution, CountedUses> Counted);
}
