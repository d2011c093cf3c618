using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Adoption;
using Parelmuur.Kernel.Api;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Api;

/// <summary>Pages of uses, in a fixed order of solution and user.</summary>
internal sealed class UsePages(CatalogueDb db, SolutionShelf shelf, IAdoption adoption, IOrganisations organisations)
{
    public async Task<Results<Answer<Page<UseItem>>, InvalidInput>> ListAsync(
        UseParameters asked, HttpRequest request, CancellationToken cancellation)
    {
        var input = new Input();
        var (size, cursor) = (input.Size(asked.PageSize), input.Cursor(asked.Cursor));
        var fields = input.Fields(asked.Fields, CatalogueJson.Default.UseItem);
        var user = User(asked.Municipality, input);
        var solution = await SolutionAsync(asked.Solution, input, cancellation);
        if (!input.IsValid)
            return input.Problem;

        var uses = After(cursor, Solutions(solution, user, cursor.After), user).Take(size + 1).ToList();
        var page = uses.Take(size).ToList();
        var next = uses.Count > size
            ? request.WithCursor(new(cursor.Offset + size, page[^1].Solution.Value, page[^1].Use.User.Value))
            : null;
        return new Answer<Page<UseItem>>(
            new([.. page.Select(Show)], null, next, null), CatalogueJson.Default.PageUseItem) { Fields = fields, Next = next };
    }

    /// <summary>Every public use.</summary>
    public IEnumerable<UseItem> All() => After(Cursor.Start, shelf.From(default), user: null).Select(Show);

    private OrganisationId? User(string? code, Input input)
    {
        if (string.IsNullOrEmpty(code))
            return null;
        if (MunicipalityCode.TryParse(code, out var known) && organisations.FindMunicipality(known) is { } municipality)
            return municipality.Id;
        input.Wrong("query", "municipality", "unknown", "Deze gemeente kennen we niet. Gebruik een code zoals GM0301.");
        return null;
    }

    private async Task<SolutionId?> SolutionAsync(string? slug, Input input, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(slug))
            return null;
        var found = await db.Slugs.Where(each => each.Slug == slug)
            .Select(each => (SolutionId?)each.Solution).FirstOrDefaultAsync(cancellation);
        if (found is null)
            input.Wrong("query", "solution", "unknown", "Deze oplossing kennen we niet. Gebruik de slug uit haar adres.");
        return found;
    }

    // Only what is on the shelf is public.
    private IEnumerable<SolutionId> Solutions(SolutionId? solution, OrganisationId? user, Guid from)
    {
        if (solution is { } one)
            return shelf.Find(one) is null ? [] : [one];
        if (user is not { } organisation)
            return shelf.From(from);
        return adoption.UsesBy(organisation).Select(use => use.Solution).Distinct()
            .Where(id => shelf.Find(id) is not null).OrderBy(id => id.Value);
    }

    private IEnumerable<(SolutionId Solution, UserOf Use)> After(
        Cursor cursor, IEnumerable<SolutionId> solutions, OrganisationId? user) =>
        from solution in solutions
        where solution.Value.CompareTo(cursor.After) >= 0
        from use in adoption.UsersOf(solution).Users.OrderBy(each => each.User.Value)
        where user is null || use.User == user
        where solution.Value != cursor.After || use.User.Value.CompareTo(cursor.Within) > 0
        select (solution, use);

    private UseItem Show((SolutionId Solution, UserOf Use) each) => new(
        JsonSerializer.Deserialize(shelf.Find(each.Solution), CatalogueJson.Default.SolutionLink)!,
        OrganisationLink.Of(organisations.Find(each.Use.User))!,
        each.Use.State, each.Use.Proof, each.Use.Since, each.Use.ConfirmedOn, each.Use.ClaimedBy, each.Use.ClaimedOn,
        each.Use.Via is { } via ? OrganisationLink.Of(organisations.Find(via)) : null);
}
