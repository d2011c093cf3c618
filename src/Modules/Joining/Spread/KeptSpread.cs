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

    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private readonly Lock hearing = new();
    private HashSet<SolutionId> changed = [];
    private bool mustBeginAnew = true;
    private volatile PlatformSpread? kept;
    private CountedSolutions? counted;
    private long changes;

    /// <summary>Another text after each change and on each day, for what a page made of it and keeps.</summary>
    /// <remarks>Ask it before what the page tells: what changes meanwhile is then kept under a text that goes by.</remarks>
    public string Round => $"{organisations.Today:O} {Volatile.Read(ref changes)}";

    public string Name => "spread of solutions";

    public bool EveryNode => true;

    public async Task<PlatformSpread> TodayAsync(CancellationToken cancellation)
    {
        if (Fresh is { } fresh)
            return fresh;
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            // Who goes away meanwhile leaves it for the next.
            return Fresh ?? await CountAsync(CancellationToken.None);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
    {
        lock (hearing)
        {
            // Who takes part in a joint body, and who is where.
            mustBeginAnew |= entries.Any(entry => entry.Subject == OrganisationAdded.SubjectName);
            if (!mustBeginAnew)
                changed.UnionWith(entries.Where(entry => entry.Subject == Subject).Select(entry => new SolutionId(entry.SubjectId)));
            if (HasNews)
            {
                kept = null;
                changes++;
            }
        }

        return Task.CompletedTask;
    }

    public void Dispose() => oneAtATime.Dispose();

    private PlatformSpread? Fresh => kept is { } spread && spread.On == organisations.Today ? spread : null;

    private bool HasNews => mustBeginAnew || changed.Count > 0;

    private async Task<PlatformSpread> CountAsync(CancellationToken cancellation)
    {
        var (counting, touched) = Take();
        var cards = await catalogue.CardsAsync(touched, cancellation);
        // What was taken up in another counts there; a tip does not count yet.
        var counts = cards.Values.Where(card => !Apart.Contains(card.Status)).DistinctBy(card => card.Id).ToDictionary(card => card.Id);
        foreach (var solution in touched.Union(counts.Keys))
            counting.Put(solution, adoption.UsersOf(solution), counts.GetValueOrDefault(solution));
        var spread = counting.Spread();
        lock (hearing)
        {
            counted = counting;
            // What was counted while something changed serves this answer and is not kept.
            if (!HasNews)
                kept = spread;
        }

        return spread;
    }

    // What is not counted to the end is begun anew the next time.
    private (CountedSolutions Counting, IReadOnlyCollection<SolutionId> Touched) Take()
    {
        lock (hearing)
        {
            var (known, touched, anew) = (counted, changed, mustBeginAnew);
            (counted, changed, mustBeginAnew) = (null, [], false);
            return known?.On == organisations.Today && !anew ? (known, touched) : (new(organisations), [.. adoption.Used().Select(each => each.Key)]);
        }
    }
}
