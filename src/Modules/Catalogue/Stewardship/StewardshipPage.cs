using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Design;

namespace Parelmuur.Catalogue.Stewardship;

/// <summary>A page below one solution, for people who may: the solution is found before anything else happens.</summary>
/// <remarks>A solution that is not theirs does not exist for them. A former address leads to the one of today.</remarks>
internal abstract class StewardshipPage(CatalogueDb db) : FormPage
{
    /// <summary>The solution, to change.</summary>
    public Solution Solution { get; private set; } = null!;

    /// <summary>The tables.</summary>
    protected CatalogueDb Db => db;

    /// <summary>The address of the solution, or of a page below it.</summary>
    public string PathOf(string below = "") => $"{Request.PathBase}/oplossingen/{Solution.Slug}{below}";

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var asked = (string)RouteData.Values["slug"]!;
        var ids = db.Slugs.Where(slug => slug.Slug == asked).Select(slug => slug.Solution);
        var found = await Mine(db.Solutions).SingleOrDefaultAsync(solution => ids.Contains(solution.Id), HttpContext.RequestAborted);
        if (found is null)
        {
            context.Result = NotFound();
            return;
        }

        Solution = found;
        if (found.Slug != asked && HttpMethods.IsGet(Request.Method))
            context.Result = Redirect(Request.PathBase + new PathString(Request.Path.Value!.Replace($"/{asked}/", $"/{found.Slug}/", StringComparison.Ordinal)) + Request.QueryString);
        else
            await base.OnPageHandlerExecutionAsync(context, next);
    }

    /// <summary>Goes on with the solution as it is stored now.</summary>
    protected void Reread(Solution now) => Solution = now;

    /// <summary>The solutions for which this person may use the page.</summary>
    protected abstract IQueryable<Solution> Mine(IQueryable<Solution> solutions);
}
