using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Catalogue.CheckFirst;
using Parelmuur.Catalogue.Export;
using Parelmuur.Catalogue.Intentions;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>What stands behind the door of Catalogue: cards by id, and checking first.</summary>
internal sealed class SolutionCards(IServiceScopeFactory scopes, KnownIntentions intentions) : ICatalogue
{
    /// <summary>A card, straight from the row.</summary>
    public static Expression<Func<Solution, SolutionCard>> Card { get; } = solution => new SolutionCard(
        solution.Id, solution.Slug, solution.Title, solution.Promise, solution.Kind, solution.Stage, solution.Status,
        solution.Themes, solution.Origin, solution.Shared, solution.LastConfirmed, solution.IsSample);

    public async Task<IReadOnlyDictionary<SolutionId, SolutionCard>> CardsAsync(
        IReadOnlyCollection<SolutionId> solutions, CancellationToken cancellation)
    {
        if (solutions.Count == 0)
            return new Dictionary<SolutionId, SolutionCard>();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
        return await db.Solutions.Where(solution => solutions.Contains(solution.Id)).Select(Card)
            .ToDictionaryAsync(card => card.Id, cancellation);
    }

    public async Task<SolutionCard?> FindBySlugAsync(string slug, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
        return await db.Solutions.Where(solution => solution.Slug == slug && solution.Status != SolutionStatus.Draft)
            .Select(Card).FirstOrDefaultAsync(cancellation);
    }

    public async Task<CheckReport> CheckAsync(
        string text, OrganisationId? municipality, int count, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CheckPlan>().RunAsync(text, municipality, count, cancellation);
    }

    public IReadOnlyList<IntentionSummary> Intentions(IReadOnlyCollection<Guid> ids) =>
        [.. ids.Select(intentions.Find).OfType<IntentionCard>().Select(card => card.Intention)];

    public async Task ExportAsync(CatalogueExport what, Stream to, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<WriteExport>().RunAsync(what, to, cancellation);
    }
}
