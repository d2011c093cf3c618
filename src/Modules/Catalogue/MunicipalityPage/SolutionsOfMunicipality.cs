using Microsoft.EntityFrameworkCore;
using Parelmuur.Adoption;
using Parelmuur.Catalogue.Wall;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.MunicipalityPage;

/// <summary>What a municipality uses.</summary>
/// <param name="Card">The solution.</param>
/// <param name="Use">Where the use stands.</param>
internal sealed record UsedSolution(WallCard Card, UserOf Use);

/// <summary>What a municipality uses and what it made.</summary>
/// <param name="Name">The municipality.</param>
/// <param name="Uses">What it uses or joins now, most used first.</param>
/// <param name="Made">What it made, latest first.</param>
/// <param name="TipPath">Where somebody tells of something that it made; null when it is there no more.</param>
internal sealed record MunicipalitySolutions(
    string Name, IReadOnlyList<UsedSolution> Uses, IReadOnlyList<WallCard> Made, string? TipPath);

/// <summary>Adds "Dit gebruiken zij" and "Dit maakten zij" to the page of a municipality.</summary>
/// <remarks>The addresses start at the root of the site; the view puts the reader's language before them.</remarks>
internal sealed class SolutionsOfMunicipality(CatalogueDb db, WallCards cards, IAdoption adoption, IOrganisations organisations) : IMunicipalitySection
{
    private const string View = "/MunicipalityPage/_Solutions.cshtml";

    private static readonly CompiledQuery<Func<CatalogueDb, OrganisationId, IAsyncEnumerable<SolutionId>>> MadeBy = new(
        () => EF.CompileAsyncQuery((CatalogueDb db, OrganisationId maker) =>
            db.Solutions.Where(solution => solution.Origin == maker && solution.Status != SolutionStatus.Tip).Select(solution => solution.Id)));

    public int Order => 10;

    public async Task<MunicipalitySection?> ForAsync(Municipality municipality, CancellationToken cancellation)
    {
        var uses = adoption.UsesBy(municipality.Id).ToDictionary(use => use.Solution, use => use.Use);
        var made = await MadeBy.For(db)(db, municipality.Id).ToListAsync(cancellation);
        var all = await cards.OfAsync([.. uses.Keys.Union(made)], root: "", cancellation);
        var tipPath = organisations.Current.Any(each => each.Id == municipality.Id) ? $"/tip?gemeente={municipality.Slug}" : null;
        if (all.Count == 0 && tipPath is null)
            return null;
        return new(View, new MunicipalitySolutions(
            municipality.Name,
            [.. all.Where(card => uses.ContainsKey(card.Solution.Id))
                .Select(card => new UsedSolution(card, uses[card.Solution.Id]))
                .OrderBy(used => used.Use.State != UseState.Active)
                .ThenByDescending(used => used.Card.Users.Active)
                .ThenBy(used => used.Card.Solution.Slug, StringComparer.Ordinal)],
            [.. all.Where(card => card.Solution.Origin == municipality.Id)
                .OrderByDescending(card => card.Solution.Shared)
                .ThenBy(card => card.Solution.Slug, StringComparer.Ordinal)],
            tipPath));
    }
}
