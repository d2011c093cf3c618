using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Parelmuur.Kernel.Ledger;

/// <summary>Of which things there is something to tell, in memory on every node: of all others a page need not ask the database.</summary>
/// <remarks>
/// They only become more. It hears of a change before the pages that are kept are thrown away, but not before whoever made the change sees
/// the next page: ask the database for who is signed in.
/// </remarks>
/// <typeparam name="TId">The id of a thing, of 16 bytes.</typeparam>
public abstract class KnownIds<TId>(IServiceScopeFactory scopes) : ILedgerReader where TId : struct, IEquatable<TId>
{
    private readonly ConcurrentDictionary<TId, bool> known = new();
    private volatile bool knowsAll;

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public bool EveryNode => true;

    /// <inheritdoc/>
    public bool StartsAlone => true;

    /// <summary>Whether there may be something; false only when there was nothing a moment ago.</summary>
    public bool MayHave(TId id) => !knowsAll || known.ContainsKey(id);

    /// <summary>Whether there is something, as far as this node heard.</summary>
    public bool Has(TId id) => known.ContainsKey(id);

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var id in await AllAsync(scope.ServiceProvider, cancellation))
            known[id] = true;
        knowsAll = true;
    }

    /// <inheritdoc/>
    public Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
    {
        foreach (var entry in entries)
        {
            if (Begun(entry) is { } id)
                known[id] = true;
        }

        return Task.CompletedTask;
    }

    /// <summary>Of which thing there is something since this entry, if any.</summary>
    protected abstract TId? Begun(LedgerEntry entry);

    /// <summary>All of which there is something now.</summary>
    protected abstract Task<List<TId>> AllAsync(IServiceProvider services, CancellationToken cancellation);
}
