using Microsoft.EntityFrameworkCore;
using Parelmuur.Adoption;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Wall;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.MunicipalityPage;

/// <summary>What a municipality uses.</summary>
/// <param name="Card">The solution.</param>
/// <param name="Users">How many use it.</param>
/// <param name="Use">Where the use of this municipality stands.</param>
internal readonly record struct UsedSolution(SolutionCard Card, int Users, UserOf Use);

/// <summary>What a municipality uses and what it made.</summary>
/// <param name="Name">The municipality.</param>
/// <param name="Uses">What it uses or joins now.</param>
/// <param name="Made">What it made, latest first.</param>
/// <param name="TipPath">Where somebody tells of something that it made; null when it is there no more.</param>
internal sealed record MunicipalitySolutions(
    string Name, IReadOnlyList<UsedSolution> Uses, IReadOnlyList<WallCard> Made, string? TipPath)
{
    private const int PageSize = 60;

    /// <summary>How many pages its uses fill.</summary>
    public int Pages => Math.Max(1, (Uses.Count + PageSize - 1) / PageSize);

    /// <summary>How many of them it joins and does not use yet.</summary>
    public int Joining => Uses.Count(each => each.Use.State != UseState.Active);

    /// <summary>The number of the page that an address asks for; anything unknown is the first.</summary>
    public int PageOf(string? asked) => Math.Clamp(int.TryParse(asked, out var number) ? number : 1, 1, Pages);

    /// <summary>What it uses first, and of that what most use.</summary>
    /// <remarks>Of hundreds one page is asked, and only that is put in order.</remarks>
    public IEnumerable<UsedSolution> MostUsedFirst { get; } = Uses
        .OrderByDescending(each => each.Use.State == UseState.Active ? each.Users : each.Users - (1L << 32))
        .ThenBy(each => each.Card.Slug, StringComparer.Ordinal);

    /// <summary>The uses on one page.</summary>
    public IEnumerable<UsedSolution> UsesOn(int page) => MostUsedFirst.Skip((page - 1) * PageSize).Take(PageSize);
}

/// <summary>Adds "Dit gebruiken zij" and "Dit maakten zij" to the page of a municipality.</summary>
/// <remarks>The addresses start at the root of the site; the view puts the reader's language before them.</remarks>
internal sealed class SolutionsOfMunicipality(AskTogether together, KeptCards kept, WallCards cards, IAdoption adoption, IOrganisations organisations) : IMunicipalitySection
{
    private const string View = "/MunicipalityPage/_Solutions.cshtml";

    private static readonly CompiledQuery<Func<CatalogueDb, OrganisationId, IAsyncEnumerable<SolutionId>>> MadeBy = new(
        () => EF.CompileAsyncQuery((CatalogueDb db, OrganisationId maker) =>
            db.Solutions.Where(solution => solution.Origin == maker && solution.Status != SolutionStatus.Tip).Select(solution => solution.Id)));

    public int Order => 10;

    public async Task<MunicipalitySection?> ForAsync(Municipality municipality, CancellationToken cancellation)
    {
        var uses = adoption.UsesBy(municipality.Id);
        List<SolutionId> solutions = [.. uses.Select(use => use.Solution)];
        var used = UsedOf(uses, await kept.EachAsync(solutions, cancellation), adoption.UsersOfEach(solutions));
        var ids = await together.OneAsync<CatalogueDb, List<SolutionId>>(
            async db => await MadeBy.For(db)(db, municipality.Id).ToListAsync(cancellation), cancellation);
        var made = await cards.OfAsync(ids, root: "", cancellation);
        var tipPath = organisations.Current.Any(each => each.Id == municipality.Id) ? $"/tip?gemeente={municipality.Slug}" : null;
        if (used.Count == 0 && made.Count == 0 && tipPath is null)
            return null;
        return new(View, new MunicipalitySolutions(
            municipality.Name, used,
            [.. made.OrderByDescending(card => card.Solution.Shared).ThenBy(card => card.Solution.Slug, StringComparer.Ordinal)], tipPath));
    }

    private static List<UsedSolution> UsedOf(
        IReadOnlyList<UseBy> uses, IReadOnlyList<SolutionCard?> cards, IReadOnlyList<UsersOfSolution> users)
    {
        var used = new List<UsedSolution>(uses.Count);
        for (var at = 0; at < uses.Count; at++)
        {
            if (cards[at] is { } card && card.Status.IsPublic())
                used.Add(new(card, users[at].Active, uses[at].Use));
        }

        return used;
    }
}
