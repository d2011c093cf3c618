using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.CheckFirst.Recorded;

/// <summary>For editors: what municipalities did not find fitting, and the switch that lets it count no more.</summary>
/// <remarks>The plan itself is not here: it belongs to its municipality.</remarks>
internal sealed class RejectedModel(CatalogueDb db, IOrganisations organisations, Words words) : FormPage
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<RejectedRow> Rows { get; private set; } = [];

    public int Pages { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!PageNumber.CanBe(Number))
            return NotFound();
        var rows = await (
            from rejection in db.Rejections
            join check in db.Checks on rejection.Check equals check.Id
            join solution in db.Solutions on rejection.Solution equals solution.Id
            where rejection.TakenBack == null && check.Withdrawn == null
            orderby rejection.On descending, check.Id descending, solution.SortTitle
            select new { rejection.Check, rejection.Solution, solution.Slug, solution.Title, rejection.Organisation, rejection.On, rejection.Reason, rejection.SetAside })
            .Skip((Number - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellation);
        Pages = rows.Count > PageSize ? Number + 1 : Number;
        Rows = [.. rows.Take(PageSize).Select(row => new RejectedRow(
            row.Check, row.Solution, row.Slug, row.Title, organisations.Find(row.Organisation)?.Name ?? "", row.On, row.Reason, row.SetAside is not null))];
        return rows.Count == 0 && Number > 1 ? NotFound() : Page();
    }

    /// <summary>"Laat niet meetellen".</summary>
    public Task<IActionResult> OnPostSetAsideAsync(
        [FromForm(Name = "kijken")] Guid check, [FromForm(Name = "oplossing")] Guid solution, CancellationToken cancellation) => JudgeAsync(
        check, new(solution), rejection => rejection.PutAside(organisations.Today), new RejectionSetAside(check, new(solution)),
        words["Deze reden telt niet meer mee. De gemeente ziet dat."], cancellation);

    /// <summary>"Laat weer meetellen".</summary>
    public Task<IActionResult> OnPostCountAsync(
        [FromForm(Name = "kijken")] Guid check, [FromForm(Name = "oplossing")] Guid solution, CancellationToken cancellation) => JudgeAsync(
        check, new(solution), rejection => rejection.Count(), new RejectionCounted(check, new(solution)),
        words["Deze reden telt weer mee."], cancellation);

    private async Task<IActionResult> JudgeAsync(
        Guid check, SolutionId solution, Action<Rejection> change, CheckEvent happened, string told, CancellationToken cancellation)
    {
        if (await db.Rejections.SingleOrDefaultAsync(each => each.Check == check && each.Solution == solution, cancellation) is not { } rejection)
            return NotFound();
        change(rejection);
        db.Record(happened, Me.Actor);
        await db.SaveChangesAsync(cancellation);
        Tell(told);
        return RedirectToPage(new { pagina = Number > 1 ? Number : (int?)null });
    }
}

/// <summary>A rejection in a list.</summary>
internal sealed record RejectedRow(Guid Check, SolutionId Solution, string Slug, string Title, string Organisation, DateOnly On, string Reason, bool IsSetAside);
