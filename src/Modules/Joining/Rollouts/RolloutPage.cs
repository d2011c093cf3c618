using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Design;

namespace Parelmuur.Joining.Rollouts;

/// <summary>A page about one roll-out of the organisation for which a person works, or of one whose work that carries on. What is of others does not exist.</summary>
internal abstract class RolloutPage(JoiningDb db) : FormPage
{
    /// <summary>The roll-out, to look at.</summary>
    public Rollout Rollout { get; private set; } = null!;

    /// <summary>The tables.</summary>
    protected JoiningDb Db => db;

    /// <summary>The address of the roll-out, or of a page below it.</summary>
    public string PathOf(string below = "") => $"{Request.PathBase}/mijn/organisatie/stappenplannen/{Rollout.Id}{below}";

    /// <summary>The address to which a button posts to move a step.</summary>
    public string MoveTo(RolloutStep step, StepState to) => PathOf($"/stap/{step.Number}?handler=Move&stap={step.Step}&to={to}");

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await FindAsync(HttpContext.RequestAborted))
            await base.OnPageHandlerExecutionAsync(context, next);
        else
            context.Result = NotFound();
    }

    /// <summary>Reads it as it is stored now.</summary>
    protected async Task<bool> FindAsync(CancellationToken cancellation)
    {
        var id = Guid.Parse((string)RouteData.Values["id"]!);
        var own = Me.Lineage;
        Rollout = (await db.Rollouts.AsNoTracking().Include(each => each.Steps.OrderBy(step => step.Number))
            .SingleOrDefaultAsync(each => each.Id == id && own.Contains(each.Organisation), cancellation))!;
        return Rollout is not null;
    }
}
