using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Design;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Tips;

/// <summary>A page about one tip, for people who may: the tip is found before anything else happens.</summary>
internal abstract class TipPage(CatalogueDb db, IOrganisations organisations) : FormPage
{
    /// <summary>The tip.</summary>
    public Tip Tip { get; private set; } = null!;

    /// <summary>What it says.</summary>
    public Solution Solution { get; private set; } = null!;

    /// <summary>The municipality that made it.</summary>
    public string Municipality => organisations.Find(Tip.Municipality)?.Name ?? "";

    /// <summary>The tables.</summary>
    protected CatalogueDb Db => db;

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = new SolutionId(Guid.Parse((string)RouteData.Values["id"]!));
        var found = await (
            from tip in Mine(db.Tips)
            join solution in db.Solutions on tip.Solution equals solution.Id
            where tip.Solution == id
            select new { tip, solution }).SingleOrDefaultAsync(HttpContext.RequestAborted);
        if (found is null)
        {
            context.Result = NotFound();
            return;
        }

        (Tip, Solution) = (found.tip, found.solution);
        if (Solution.Status is not SolutionStatus.Tip and not SolutionStatus.Draft)
        {
            context.Result = Redirect($"{Request.PathBase}/oplossingen/{Solution.Slug}");
            return;
        }

        await base.OnPageHandlerExecutionAsync(context, next);
    }

    /// <summary>The tips for which this person may use the page.</summary>
    protected abstract IQueryable<Tip> Mine(IQueryable<Tip> tips);
}

/// <summary>Who may do what with a tip.</summary>
internal static class TipRights
{
    /// <summary>The tips that this person may change and take back: one's own, and all for an editor.</summary>
    public static IQueryable<Tip> ChangeableBy(this IQueryable<Tip> tips, CurrentPerson person) =>
        person.Is(PlatformRoles.Editor) ? tips : tips.Where(tip => tip.Tipper == person.Id);

    /// <summary>The tips that this person may answer: those for the municipality of which one is contributor.</summary>
    public static IQueryable<Tip> AnswerableBy(this IQueryable<Tip> tips, CurrentPerson person)
    {
        var organisation = person.Is(MembershipRole.Contributor) ? person.Organisation : null;
        return tips.Where(tip => tip.Municipality == organisation);
    }
}
