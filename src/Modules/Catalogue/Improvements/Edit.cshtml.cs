using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Improvements;

/// <summary>Say one's own improvement of less than a day ago in other words.</summary>
internal sealed class EditModel(CatalogueDb db, TimeProvider time, Words words) : FormPage
{
    protected override bool LimitsPosts => true;

    private Improvement improvement = null!;

    [BindProperty]
    public ImprovementForm Form { get; set; } = new();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = Guid.Parse((string)RouteData.Values["id"]!);
        var found = await Improvement.ChangeableBy(db.Improvements, Me, time.GetUtcNow())
            .SingleOrDefaultAsync(each => each.Id == id && each.Removed == null, HttpContext.RequestAborted);
        if (found is null)
        {
            context.Result = NotFound();
            return;
        }

        improvement = found;
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public void OnGet() => Form.Text = improvement.Text;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        improvement.Rewrite(Form.Text);
        db.Record(new ImprovementRewritten(improvement.Id), Me.Actor);
        await db.SaveChangesAsync(cancellation);
        Tell(words["Je zin is veranderd."]);
        return RedirectToPage("/Improvements/Index");
    }
}
