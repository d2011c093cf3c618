using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.Api;
using Parelmuur.Kernel.Ledger;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Api;

/// <summary>The facts of public solutions as JSON objects in UTF-8, ready to be put in a list.</summary>
internal sealed class KeptFacts(IServiceScopeFactory scopes, IOrganisations organisations) : KeptPerSolution<byte[]>(scopes)
{
    public override string Name => "solutions of the API";

    // The day of each source is among the facts.
    protected override bool ChangesAll(LedgerEntry entry) => entry.Event == nameof(SourceReadAgain);

    protected override async Task<IReadOnlyDictionary<SolutionId, byte[]>> ReadAsync(
        CatalogueDb db, IReadOnlyList<SolutionId> solutions, CancellationToken cancellation)
    {
        var entries = await SourceEntries.ReadAsync(
            db.Sources.Where(source => solutions.Contains(source.Solution)), organisations, cancellation);
        var cards = await db.Solutions.Public().Where(solution => solutions.Contains(solution.Id)).Select(SolutionCards.Card)
            .ToListAsync(cancellation);
        return cards.ToDictionary(
            card => card.Id, card => ApiJson.Bytes(Facts(card, entries.Of(card.Id)), CatalogueJson.Default.SolutionFacts));
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
}
