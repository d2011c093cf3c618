using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Adoption;
using Parelmuur.Catalogue.Searching;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.Api;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Api;

/// <summary>Every public solution in memory, written as JSON already, so that a list costs no query.</summary>
/// <remarks>About half a kilobyte a solution. The ledger keeps it fresh on every node.</remarks>
internal sealed class SolutionShelf(IServiceScopeFactory scopes, IOrganisations organisations) : ILedgerReader
{
    private readonly ConcurrentDictionary<SolutionId, byte[]> facts = new();
    private Guid[]? inOrder;

    public string Name => "solutions of the API";

    public bool EveryNode => true;

    public bool StartsAlone => true;

    /// <summary>The solutions in a fixed order, from one on.</summary>
    public IEnumerable<SolutionId> From(Guid id)
    {
        var all = Volatile.Read(ref inOrder) ?? Sort();
        var place = Array.BinarySearch(all, id);
        return all.Skip(place >= 0 ? place : ~place).Select(each => new SolutionId(each));
    }

    /// <summary>The facts as a JSON object in UTF-8; null when the solution is not public.</summary>
    public byte[]? Find(SolutionId id) => facts.GetValueOrDefault(id);

    public async Task StartAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
        await PutAsync(db.Solutions, db.Sources, cancellation);
    }

    public async Task ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellation)
    {
        var changed = entries
            .Where(entry => entry.Subject == SolutionSearchSource.Kind
                && entry.Event is not (nameof(UseClaimed) or nameof(SampleUsesRegistered) or nameof(UsesRegrouped)
                    or nameof(UseDecided) or nameof(UseDecisionUndone) or nameof(MembersOfUserChanged)
                    or nameof(UseMoved) or nameof(UseAskedAfterSplit) or nameof(UseLeft)))
            .Select(entry => new SolutionId(entry.SubjectId)).Distinct().ToList();
        if (changed.Count == 0)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
        await PutAsync(
            db.Solutions.Where(solution => changed.Contains(solution.Id)),
            db.Sources.Where(source => changed.Contains(source.Solution)),
            cancellation);
    }

    private async Task PutAsync(
        IQueryable<Solution> solutions, IQueryable<SolutionSource> sources, CancellationToken cancellation)
    {
        var entries = await SourceEntries.ReadAsync(sources, organisations, cancellation);
        await foreach (var card in solutions.Select(SolutionCards.Card).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (card.Status is SolutionStatus.Draft or SolutionStatus.Merged)
                facts.TryRemove(card.Id, out _);
            else
                facts[card.Id] = ApiJson.Bytes(Facts(card, entries.Of(card.Id)), CatalogueJson.Default.SolutionFacts);
        }

        Volatile.Write(ref inOrder, null);
    }

    private SolutionFacts Facts(SolutionCard card, IReadOnlyList<SourceEntry> entries) => new()
    {
        Slug = card.Slug,
        Title = card.Title,
        Promise = card.Promise,
        Kind = card.Kind,
        Stage = card.Stage,
        Status = card.Status,
        Themes = card.Themes,
        Origin = card.Origin is { } origin ? OrganisationLink.Of(organisations.Find(origin)) : null,
        Shared = card.Shared,
        LastConfirmed = card.LastConfirmed,
        IsSample = card.IsSample,
        Source = entries.Count > 0 ? entries[0].Source : null,
        SourceId = entries.Count > 0 ? entries[0].SourceId : null,
        SourceIds = [.. entries.Select(entry => entry.SourceId)],
        Sources = entries,
    };

    private Guid[] Sort()
    {
        var sorted = facts.Keys.Select(id => id.Value).Order().ToArray();
        Volatile.Write(ref inOrder, sorted);
        return sorted;
    }
}
