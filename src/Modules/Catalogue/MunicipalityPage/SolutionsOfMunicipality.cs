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
/// <param name="Users">Who uses it.</param>
/// <param name="Use">Where the use of this municipality stands.</param>
internal sealed record UsedSolution(SolutionCard Card, UsersOfSolution Users, UserOf Use);

/// <summary>What a municipality uses and what it made.</summary>
/// <param name="Name">The municipality.</param>
/// <param name="Uses">What it uses or joins now, most used first.</param>
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

    /// <summary>The uses on one page.</summary>
    public IEnumerable<UsedSolution> UsesOn(int page) => Uses.Skip((page - 1) * PageSize).Take(PageSize);
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
        var used = await kept.FindAsync(solutions, cancellation);
        var ids = await together.OneAsync<CatalogueDb, List<SolutionId>>(
            async db => await MadeBy.For(db)(db, municipality.Id).ToListAsync(cancellation), cancellation);
        var made = await cards.OfAsync(ids, root: "", cancellation);
        var tipPath = organisations.Current.Any(each => each.Id == municipality.Id) ? $"/tip?gemeente={municipality.Slug}" : null;
        if (used.Count == 0 && made.Count == 0 && tipPath is null)
            return null;
        return new(View, new MunicipalitySolutions(
            municipality.Name, MostUsedFirst(uses, adoption.UsersOfEach(solutions), used),
            [.. made.OrderByDescending(card => card.Solution.Shared).ThenBy(card => card.Solution.Slug, StringComparer.Ordinal)], tipPath));
    }

    // A large municipality uses hundreds, and they are sorted for each reader: one list, sorted in place.
    private static List<UsedSolution> MostUsedFirst(
        IReadOnlyList<UseBy> uses, IReadOnlyList<UsersOfSolution> users, IReadOnlyDictionary<SolutionId, SolutionCard> used)
    {
        var shown = new List<UsedSolution>(uses.Count);
        foreach (var ((solution, use), of) in uses.Zip(users))
        {
            if (used.GetValueOrDefault(solution) is { } card && card.Status.IsPublic())
                shown.Add(new(card, of, use));
        }

        shown.Sort((one, other) =>
        {
            var (inUse, alsoInUse) = (one.Use.State == UseState.Active, other.Use.State == UseState.Active);
            if (inUse != alsoInUse)
                return inUse ? -1 : 1;
            return one.Users.Active != other.Users.Active
                ? other.Users.Active.CompareTo(one.Users.Active)
                : string.CompareOrdinal(one.Card.Slug, other.Card.Slug);
        });
        return shown;
    }
}
