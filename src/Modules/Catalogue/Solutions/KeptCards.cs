using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>Cards by id, kept in memory until the ledger says they changed.</summary>
/// <remarks>A card takes about half a kilobyte; the wall, search and lists ask for the same ones all day.</remarks>
internal sealed class KeptCards(IServiceScopeFactory scopes) : ILedgerReader
{
    private const string Subject = "Solution";

    private readonly ConcurrentDictionary<SolutionId, SolutionCard> kept = new();
    private readonly Lock keeping = new();
    private long changes;

    public string Name => "cards of solutions";

    public bool EveryNode => true;

    /// <summary>The cards of these solutions, drafts too; unknown ids are left out.</summary>
    public async Task<IReadOnlyDictionary<SolutionId, SolutionCard>> CardsAsync(
        IReadOnlyCollection<SolutionId> solutions, CancellationToken cancellation)
    {
        var cards = new Dictionary<SolutionId, SolutionCard>(solutions.Count);
        List<SolutionId> missing = [];
        foreach (var id in solutions)
        {
            if (kept.TryGetValue(id, out var card))
                cards[id] = card;
            else
                missing.Add(id);
        }

        if (missing.Count > 0)
        {
            foreach (var card in await ReadAsync(missing, cancellation))
                cards[card.Id] = card;
        }

        return cards;
    }

    public Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
    {
        lock (keeping)
        {
            changes++;
            foreach (var entry in entries.Where(entry => entry.Subject == Subject))
                kept.TryRemove(new SolutionId(entry.SubjectId), out _);
        }

        return Task.CompletedTask;
    }

    private async Task<List<SolutionCard>> ReadAsync(List<SolutionId> ids, CancellationToken cancellation)
    {
        var before = Volatile.Read(ref changes);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
        var cards = await db.Solutions.Where(solution => ids.Contains(solution.Id)).Select(SolutionCards.Card).ToListAsync(cancellation);
        lock (keeping)
        {
            // What was read while something changed may be old: it serves this answer and is not kept.
            if (changes == before)
                cards.ForEach(card => kept[card.Id] = card);
        }

        return cards;
    }
}
