using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue;
using Parelmuur.Design;
using Parelmuur.Joining.Lessons;
using Parelmuur.Joining.Plans;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Rollouts;

/// <summary>Begin with the step plan of a solution.</summary>
internal sealed class StartModel(
    JoiningDb db, KeptPlan kept, ICatalogue catalogue, IOrganisations organisations, StartRollout start, Words words) : FormPage
{
    public SolutionCard Solution { get; private set; } = null!;

    public StepPlan Plan { get; private set; } = null!;

    /// <summary>What others learned of the plan as a whole; null below five that finished.</summary>
    public Lesson? Whole { get; private set; }

    public string Organisation => organisations.Find(Me.Organisation!.Value)?.Name ?? "";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await FindAsync(HttpContext.RequestAborted))
            await base.OnPageHandlerExecutionAsync(context, next);
        else
            context.Result = NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var rollout = await start.RunAsync(Solution.Id, Plan, Me.Organisation!.Value, Me, cancellation);
        Tell(words["Jullie zijn begonnen. Verdeel de stappen met je collega’s."]);
        return Redirect($"{Request.PathBase}/mijn/organisatie/stappenplannen/{rollout}");
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (await catalogue.FindBySlugAsync((string)RouteData.Values["slug"]!, cancellation) is not { Status: not SolutionStatus.Archived } solution)
            return false;
        var place = await kept.OfAsync(solution.Id, cancellation);
        var found = await db.StepPlans.AsNoTracking().Where(each => each.Solution == place)
            .OrderByDescending(each => each.Number)
            .Select(plan => new { Plan = plan, Lessons = db.Lessons.FirstOrDefault(each => each.Solution == plan.Solution) })
            .FirstOrDefaultAsync(cancellation);
        if (found is null)
            return false;
        (Solution, Plan, Whole) = (solution, found.Plan, found.Lessons?.Whole);
        return true;
    }
}
