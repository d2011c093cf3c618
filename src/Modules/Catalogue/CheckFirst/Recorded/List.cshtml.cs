using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Design;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.CheckFirst.Recorded;

/// <summary>What the reader's organisation recorded, the last first.</summary>
internal sealed class ListModel(CatalogueDb db, IAccounts accounts, IOrganisations organisations) : FormPage
{
    public const int PageSize = 20;
    private const int CharactersShown = 160;

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    public string Organisation { get; private set; } = "";

    public IReadOnlyList<CheckRow> Rows { get; private set; } = [];

    /// <summary>The last page that is known to exist: this one, or the next.</summary>
    public int Pages { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!PageNumber.CanBe(Number))
            return NotFound();
        // One more than is shown tells whether there is a next page, without a question of its own.
        var checks = await db.Checks.AsNoTracking().VisibleTo(Me).Of(Me)
            .OrderByDescending(check => check.On).ThenByDescending(check => check.Id)
            .Skip((Number - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellation);
        if (checks.Count == 0 && Number > 1)
            return NotFound();
        var people = await accounts.PeopleAsync([.. checks.Select(check => check.Person).Distinct()], cancellation);
        Organisation = organisations.Find(Me.Organisation!.Value)?.Name ?? "";
        Pages = checks.Count > PageSize ? Number + 1 : Number;
        Rows = [.. checks.Take(PageSize).Select(check => new CheckRow(
            check.Id,
            check.Text.Length > CharactersShown ? check.Text[..CharactersShown].TrimEnd() + " …" : check.Text,
            check.Outcome,
            check.Matches.FirstOrDefault(match => match.Solution == check.Solution?.Value)?.Title,
            check.On,
            people.GetValueOrDefault(check.Person)?.Name ?? "",
            check.Published is not null))];
        return Page();
    }
}

/// <summary>A recorded check in a list.</summary>
internal sealed record CheckRow(Guid Id, string Beginning, CheckOutcome Outcome, string? Chosen, DateOnly On, string Person, bool IsPublic);
