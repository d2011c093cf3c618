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
    private volatile PlatformSpread? kept;
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
        var uses = adoption.All().ToList();
        SolutionId[] used = [.. uses.Select(use => use.Solution).Distinct()];
        var cards = await catalogue.CardsAsync(used, cancellation);
        var known = cards.Values.Where(card => !Apart.Contains(card.Status)).DistinctBy(card => card.Id).ToList();
        return PlatformSpread.Of(
            known.Select(card => SolutionSpread.Of(card, adoption.UsersOf(card.Id), organisations)),
            [.. uses.Where(use => cards.TryGetValue(use.Solution, out var card) && !Apart.Contains(card.Status)).Select(use => use.User)],
            organisations);
    }
}
