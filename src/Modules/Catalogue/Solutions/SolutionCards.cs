using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Catalogue.CheckFirst;
using Parelmuur.Catalogue.Export;
using Parelmuur.Catalogue.Intentions;
using Parelmuur.Catalogue.Merging;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Catalogue.Themes;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>What stands behind the door of Catalogue: cards by id, and checking first.</summary>
internal sealed class SolutionCards(
    IServiceScopeFactory scopes, KnownIntentions intentions, TakenUp taken, KeptCards kept, ThemeNames themes) : ICatalogue
{
    /// <summary>A card, straight from the row.</summary>
    public static Expression<Func<Solution, SolutionCard>> Card { get; } = solution => new SolutionCard(
        solution.Id, solution.Slug, solution.Title, solution.Promise, solution.Kind, solution.Stage, solution.Status,
        solution.Themes, solution.Origin, solution.Shared, solution.LastConfirmed, solution.IsSample) { BuildHours = solution.BuildHours };

    /// <summary>The card of a row that was read already.</summary>
    public static Func<Solution, SolutionCard> CardOf { get; } = Card.Compile();

    public IReadOnlyList<SolutionId> TakenUpIn(SolutionId solution) => taken.In(solution);

    public async Task<IReadOnlyDictionary<SolutionId, SolutionCard>> CardsAsync(
        IReadOnlyCollection<SolutionId> solutions, CancellationToken cancellation)
    {
        var today = solutions.Distinct().ToDictionary(solution => solution, taken.TodayOf);
        var cards = await kept.FindAsync(today.Values, cancellation);
        return today.Where(pair => cards.ContainsKey(pair.Value)).ToDictionary(pair => pair.Key, pair => cards[pair.Value]);
    }

    public async Task<IReadOnlyList<SolutionId>> MadeByAsync(IReadOnlyCollection<OrganisationId> makers, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CatalogueDb>().Solutions
            .Where(solution => makers.Contains(solution.Origin!.Value)
                && solution.Status != SolutionStatus.Draft && solution.Status != SolutionStatus.Tip && solution.Status != SolutionStatus.Merged)
            .OrderByDescending(solution => solution.Shared).ThenBy(solution => solution.Id)
            .Select(solution => solution.Id).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyDictionary<SolutionId, SolutionDuty>> DutiesAsync(
        IReadOnlyCollection<OrganisationId> makers, DateOnly before, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
        var made = await db.Solutions
            .Where(solution => makers.Contains(solution.Origin!.Value)
                && (solution.Status == SolutionStatus.Published || solution.Status == SolutionStatus.Unconfirmed))
            .Select(solution => new
            {
                solution.Id, solution.Stage, solution.LastConfirmed, solution.Shared, solution.StewardPerson, solution.Steward,
                IsImported = db.Sources.Any(source => source.Solution == solution.Id),
            }).ToListAsync(cancellation);
        return made.Select(each => (each.Id, Duty: new SolutionDuty(
                // What an import brought and nobody ever confirmed, nobody promised.
                each.LastConfirmed is null && each.IsImported ? null
                    : (each.LastConfirmed ?? each.Shared).AddMonths(FreshnessRule.MonthsOf(each.Stage)) is var until && until < before ? until : null,
                each.StewardPerson is null && each.Steward is null)))
            .Where(each => each.Duty is { ConfirmBefore: not null } or { SeeksSteward: true })
            .ToDictionary(each => each.Id, each => each.Duty);
    }

    public async Task<IReadOnlyList<SolutionId>> StandardsAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CatalogueDb>().Solutions
            .Where(solution => solution.Stage == Stage.Standard
                && (solution.Status == SolutionStatus.Published || solution.Status == SolutionStatus.Unconfirmed))
            .OrderBy(solution => solution.Id).Select(solution => solution.Id).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyDictionary<SolutionId, IReadOnlyList<string>>> LawsAsync(
        IReadOnlyCollection<SolutionId> solutions, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var laws = await scope.ServiceProvider.GetRequiredService<CatalogueDb>().Solutions
            .Where(solution => solutions.Contains(solution.Id)).Select(solution => new { solution.Id, solution.Laws }).ToListAsync(cancellation);
        return laws.Where(row => row.Laws.Count > 0).ToDictionary(row => row.Id, row => row.Laws);
    }

    public string ThemeName(string slug) => themes.OfSlug(slug);

    public string StageLabel(Stage stage) => stage.Text();

    public string PartLabel(string part) => Parts.Label(part);

    public async Task<SolutionCard?> FindBySlugAsync(string slug, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
        return await db.Solutions.Public().Where(solution => solution.Slug == slug).Select(Card).FirstOrDefaultAsync(cancellation);
    }

    public async Task<SolutionCard?> FindEditableAsync(string slug, CurrentPerson person, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CatalogueDb>().Solutions.EditableBy(person)
            .Where(solution => solution.Slug == slug).Select(Card).FirstOrDefaultAsync(cancellation);
    }

    public async Task<bool> LooksAfterAsync(SolutionId solution, CurrentPerson person, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CatalogueDb>().Solutions.LookedAfterBy(person)
            .AnyAsync(each => each.Id == solution, cancellation);
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
