using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Spread;

/// <summary>The spread of the whole platform, counted when somebody asks and kept until a use or solution changes or the day ends.</summary>
internal sealed class KeptSpread(IAdoption adoption, ICatalogue catalogue, IOrganisations organisations) : ILedgerReader, IDisposable
{
    private const string Subject = "Solution";
    private static readonly SolutionStatus[] Apart = [SolutionStatus.Draft, SolutionStatus.Tip, SolutionStatus.Merged];

    private readonly SemaphoreSlim counting = new(1, 1);
    private readonly Lock hearing = new();
    private HashSet<SolutionId> changed = [];
    private volatile PlatformSpread? kept;
    private CountedSolutions? counted;

    public string Name => "spread of solutions";

    public bool EveryNode => true;

    public async Task<PlatformSpread> TodayAsync(CancellationToken cancellation)
    {
        if (Fresh is { } fresh)
            return fresh;
        await counting.WaitAsync(cancellation);
        try
        {
            // Who goes away meanwhile leaves it for the next.
            return Fresh ?? await CountAsync(CancellationToken.None);
        }
        finally
        {
            counting.Release();
        }
    }

    public Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
    {
        lock (hearing)
        {
            foreach (var entry in entries.Where(entry => entry.Subject == Subject))
            {
                changed.Add(new(entry.SubjectId));
                kept = null;
            }
        }

        return Task.CompletedTask;
    }

    public void Dispose() => counting.Dispose();

    private PlatformSpread? Fresh => kept is { } spread && spread.On == organisations.Today ? spread : null;

    private async Task<PlatformSpread> CountAsync(CancellationToken cancellation)
    {
        var (today, touched) = (counted, Touched());
        // Until it is counted to the end nothing is sure.
        counted = null;
        if (today?.On != organisations.Today)
            today = new(organisations);
        var used = adoption.Used().ToList();
        var cards = await CardsAsync([.. used.Select(each => each.Key).Where(each => !today.Has(each) || touched.Contains(each))], cancellation);
        foreach (var (solution, users) in used)
            today.Put(solution, users, cards.TryGetValue(solution, out var card) ? card : today.CardOf(solution));
        today.KeepOnly([.. used.Select(each => each.Key)]);
        var spread = today.Spread();
        lock (hearing)
        {
            counted = today;
            // What was counted while something changed serves this answer and is not kept.
            if (changed.Count == 0)
                kept = spread;
        }

        return spread;
    }

    private HashSet<SolutionId> Touched()
    {
        lock (hearing)
        {
            var touched = changed;
            changed = [];
            return touched;
        }
    }

    // Null for what does not count, such as a tip. What was taken up in another counts there.
    private async Task<Dictionary<SolutionId, SolutionCard?>> CardsAsync(IReadOnlyCollection<SolutionId> solutions, CancellationToken cancellation)
    {
        var cards = await catalogue.CardsAsync(solutions, cancellation);
        return solutions.ToDictionary(
            each => each, each => cards.TryGetValue(each, out var card) && card.Id == each && !Apart.Contains(card.Status) ? card : null);
    }
}
