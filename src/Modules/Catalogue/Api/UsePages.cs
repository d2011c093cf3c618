using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Adoption;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Kernel.Api;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Api;

/// <summary>Pages of uses, in a fixed order of solution and user.</summary>
internal sealed class UsePages(CatalogueDb db, IAdoption adoption, IOrganisations organisations)
{
    private const int BatchSize = 200;

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

        var uses = await After(cursor, Solutions(solution, user), user, cancellation).Take(size + 1).ToListAsync(cancellation);
        var page = uses.Take(size).ToList();
        var next = uses.Count > size
            ? request.WithCursor(new(cursor.Offset + size, page[^1].Solution.Value, page[^1].Use.User.Value))
            : null;
        return new Answer<Page<UseItem>>(
            new([.. page.Select(Show)], null, next, null), CatalogueJson.Default.PageUseItem) { Fields = fields, Next = next };
    }

    /// <summary>Every public use.</summary>
    public IAsyncEnumerable<UseItem> AllAsync() => After(Cursor.Start, db.Solutions.Public(), user: null).Select(Show);

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

    private IQueryable<Solution> Solutions(SolutionId? solution, OrganisationId? user)
    {
        if (solution is { } one)
            return db.Solutions.Public().Where(each => each.Id == one);
        if (user is not { } organisation)
            return db.Solutions.Public();
        var used = adoption.UsesBy(organisation).Select(use => use.Solution).Distinct().ToList();
        return db.Solutions.Public().Where(each => used.Contains(each.Id));
    }

    private async IAsyncEnumerable<UseRow> After(
        Cursor cursor, IQueryable<Solution> solutions, OrganisationId? user,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        List<UseRow> rows;
        do
        {
            var start = new SolutionId(cursor.After);
            rows = await solutions.Where(each => each.Id >= start).OrderBy(each => each.Id).Take(BatchSize)
                .Select(each => new UseRow(each.Id, each.Slug, each.Title)).ToListAsync(cancellation);
            var uses =
                from row in rows
                from use in adoption.UsersOf(row.Solution).Users.OrderBy(each => each.User.Value)
                where user is null || use.User == user
                where row.Solution != start || use.User.Value.CompareTo(cursor.Within) > 0
                select row with { Use = use };
            foreach (var use in uses)
                yield return use;
            // The last one is read once more, and then has nobody after this.
            cursor = rows.Count > 0 ? new(0, rows[^1].Solution.Value, Guid.AllBitsSet) : cursor;
        }
        while (rows.Count == BatchSize);
    }

    private UseItem Show(UseRow row) => new(
        new(row.Slug, row.Title), OrganisationLink.Of(organisations.Find(row.Use.User))!,
        row.Use.State, row.Use.Proof, row.Use.Since, row.Use.ConfirmedOn, row.Use.ClaimedBy, row.Use.ClaimedOn,
        row.Use.Via is { } via ? OrganisationLink.Of(organisations.Find(via)) : null);

    private sealed record UseRow(SolutionId Solution, string Slug, string Title)
    {
        public UserOf Use { get; init; } = null!;
    }
}
