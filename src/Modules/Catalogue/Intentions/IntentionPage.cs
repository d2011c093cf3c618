using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Design;

namespace Parelmuur.Catalogue.Intentions;

/// <summary>A page below one intention of the reader's own organisation: it is found before anything else happens.</summary>
internal abstract class IntentionPage(CatalogueDb db) : FormPage
{
    /// <summary>The intention, to change.</summary>
    public Intention Intention { get; private set; } = null!;

    /// <summary>The tables.</summary>
    protected CatalogueDb Db => db;

    /// <summary>The address of the intention, or of a page below it.</summary>
    public string PathOf(string below = "") => Url.Content($"~/voornemens/{Intention.Slug}{below}");

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var slug = (string)RouteData.Values["slug"]!;
        if (await Mine(db.Intentions).SingleOrDefaultAsync(each => each.Slug == slug, HttpContext.RequestAborted) is not { } found)
        {
            context.Result = NotFound();
            return;
        }

        Intention = found;
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    /// <summary>The intentions that this page may change.</summary>
    protected virtual IQueryable<Intention> Mine(IQueryable<Intention> intentions)
    {
        var own = Me.Organisation;
        return intentions.Where(each => own != null && each.Organisation == own);
    }

    /// <summary>Saves what was changed, with its line in the ledger.</summary>
    protected Task SaveAsync(IntentionEvent happened, CancellationToken cancellation)
    {
        db.Record(happened, Me.Actor);
        return db.SaveChangesAsync(cancellation);
    }
}
