using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Adoption;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;
using Parelmuur.Search;

namespace Parelmuur.Catalogue.Searching;

/// <summary>Tells Search what there is to find: every solution that is public.</summary>
internal sealed class SolutionSearchSource(IServiceScopeFactory scopes, IAdoption adoption, IOrganisations organisations)
    : ISearchSource
{
    public const string Kind = "Solution";

    private const int AtOnce = 500;

    // The day of which the index knows whose confirmations lapsed and who takes part in a joint body.
    private DateOnly knows;

    public IReadOnlyCollection<string> Subjects => [Kind];

    public async IAsyncEnumerable<SearchEntry> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        // Before they are read: midnight may pass meanwhile.
        knows = organisations.Today;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
        var sources = await SourcesAsync(db.Sources, cancellation);
        var tellings = await Telling.ReadAsync(db.Sources, cancellation);
        await foreach (var solution in db.Solutions.Select(Searched.Of).AsAsyncEnumerable().WithCancellation(cancellation))
            yield return Entry(solution, sources, tellings);
    }

    public async Task<IReadOnlyList<SearchEntry>> ChangedAsync(
        IReadOnlyCollection<ChangedSubject> subjects, CancellationToken cancellation)
    {
        var ids = subjects.Select(subject => new SolutionId(subject.Id)).ToList();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDb>();
        var theirs = db.Sources.Where(source => ids.Contains(source.Solution));
        var sources = await SourcesAsync(theirs, cancellation);
        var tellings = await Telling.ReadAsync(theirs, cancellation);
        var solutions = await db.Solutions.Where(solution => ids.Contains(solution.Id)).Select(Searched.Of).ToListAsync(cancellation);
        return [.. solutions.Select(solution => Entry(solution, sources, tellings))];
    }

    public async Task<IReadOnlyList<SearchEntry>> PassedAsync(CancellationToken cancellation)
    {
        var today = organisations.Today;
        if (today == knows)
            return [];
        List<SearchEntry> passed = [];
        foreach (var some in adoption.ChangedByItselfAfter(knows).Select(solution => new ChangedSubject(Kind, solution.Value)).Chunk(AtOnce))
            passed.AddRange(await ChangedAsync(some, cancellation));
        knows = today;
        return passed;
    }

    private static async Task<ILookup<SolutionId, string>> SourcesAsync(
        IQueryable<SolutionSource> sources, CancellationToken cancellation)
    {
        var pairs = await sources.Select(source => new { source.Solution, source.Source }).Distinct().ToListAsync(cancellation);
        return pairs.ToLookup(pair => pair.Solution, pair => pair.Source);
    }

    private SearchEntry Entry(Searched solution, ILookup<SolutionId, string> sources, ILookup<SolutionId, Telling> tellings)
    {
        var users = adoption.UsersOf(solution.Id);
        return new(solution.Id.Value, Kind, solution.Title, solution.Promise, Body(solution))
        {
            Tellings = [.. tellings[solution.Id].Select(telling => telling.Text)],
            Keywords = [.. solution.Themes, .. solution.Tasks, .. solution.Laws, .. Maker(solution)],
            Facets = [.. Facets(solution, users), .. sources[solution.Id].Select(name => new FacetValue(FacetNames.Source, name))],
            Users = users.Active,
            ConfirmedUsers = users.Confirmed,
            Confirmed = solution.LastConfirmed,
            Created = solution.Shared,
            Faded = solution.Status is SolutionStatus.Unconfirmed or SolutionStatus.Archived,
            Tentative = solution.Status == SolutionStatus.Tip,
            Removed = solution.Status is SolutionStatus.Draft or SolutionStatus.Merged,
        };
    }

    private static string Body(Searched solution) => string.Join('\n',
        new[] { solution.Problem, solution.WhatWeDid, solution.Result, solution.ForWhom, solution.Requirements }
            .Where(text => text.Length > 0));

    private IEnumerable<string> Maker(Searched solution) =>
        solution.Origin is { } origin && organisations.Find(origin) is { } maker ? [maker.Name] : [];

    private IEnumerable<FacetValue> Facets(Searched solution, UsersOfSolution users)
    {
        yield return new(FacetNames.Stage, solution.Status == SolutionStatus.Tip ? FacetNames.Tip : solution.Stage.ToString());
        yield return new(FacetNames.Kind, solution.Kind.ToString());
        yield return new(FacetNames.State, solution.Status == SolutionStatus.Archived ? FacetNames.Ended : FacetNames.Current);
        foreach (var theme in solution.Themes)
            yield return new(FacetNames.Theme, Slug.From(theme));
        yield return new(FacetNames.Confirmed, users.Confirmed > 0 ? FacetNames.Yes : FacetNames.No);

        var municipalities = users.Users.Where(user => user.State == UseState.Active)
            .Select(user => organisations.FindMunicipality(user.User)).OfType<Municipality>().ToList();
        foreach (var province in municipalities.Select(municipality => municipality.Province.Code).Distinct())
            yield return new(FacetNames.Province, province);
        foreach (var size in municipalities.Select(municipality => municipality.SizeClass).OfType<SizeClass>().Distinct())
            yield return new(FacetNames.Size, size.ToString());
    }
}
