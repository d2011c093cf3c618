using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue;
using Parelmuur.Joining.Lessons;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;

namespace Parelmuur.Joining.Plans;

/// <summary>Shows the step plan in short on the page of a solution.</summary>
internal sealed class PlanOfSolution(AskTogether together, KeptPlan kept, SolutionsWithPlan withPlan, ShortPlans plans) : ISolutionSection
{
    // Nearly every solution stands for itself alone; the others took up what they were merged with.
    private static readonly CompiledQuery<Func<JoiningDb, SolutionId, IReadOnlyList<OrganisationId>, Task<Row?>>> OfOne = new(() => EF.CompileAsyncQuery(
        (JoiningDb db, SolutionId solution, IReadOnlyList<OrganisationId> own) => db.StepPlans.AsNoTracking().Where(each => each.Solution == solution)
            .OrderByDescending(each => each.Number)
            .Select(each => new Row(
                each,
                db.Rollouts.Where(rollout => rollout.Solution == solution && own.Contains(rollout.Organisation) && rollout.Stopped == null)
                    .OrderByDescending(rollout => rollout.Started).ThenByDescending(rollout => rollout.Attempt)
                    .Select(rollout => (Guid?)rollout.Id).FirstOrDefault(),
                db.Lessons.FirstOrDefault(lessons => lessons.Solution == each.Solution)))
            .FirstOrDefault()));

    /// <inheritdoc/>
    public int Order => 5;

    /// <inheritdoc/>
    public async Task<SolutionSection?> ForAsync(SolutionCard solution, CurrentPerson? reader, CancellationToken cancellation)
    {
        var all = kept.AllOf(solution.Id);
        var plan = reader is null
            ? await ForVisitorAsync(solution, all, cancellation)
            : await ForAsync(solution, all, reader.Lineage, cancellation);
        return plan is null ? null : new("/Plans/_OnSolution.cshtml", plan) { Join = plan.MayStart(reader) ? plan.StartPath : null };
    }

    private async Task<PlanInShort?> ForVisitorAsync(SolutionCard solution, List<SolutionId> all, CancellationToken cancellation)
    {
        if (!all.Exists(withPlan.MayHave))
            return null;
        var place = await kept.OfAsync(solution.Id, cancellation);
        return (await plans.FindAsync([place], cancellation)).GetValueOrDefault(place) is { } plan ? new(solution, plan, Rollout: null) : null;
    }

    // Who is signed in is asked of the database: who just wrote a plan or began with one sees it.
    private async Task<PlanInShort?> ForAsync(SolutionCard solution, List<SolutionId> all, IReadOnlyList<OrganisationId> own, CancellationToken cancellation)
    {
        var found = await together.OneAsync<JoiningDb, Row?>(
            db => all.Count == 1 ? OfOne.For(db)(db, solution.Id, own) : OfAllAsync(db, solution.Id, all, own, cancellation), cancellation);
        return found is null ? null : new(solution, ShortPlan.Of(found.Plan, found.Lessons), found.Rollout);
    }

    private async Task<Row?> OfAllAsync(
        JoiningDb db, SolutionId solution, List<SolutionId> all, IReadOnlyList<OrganisationId> own, CancellationToken cancellation)
    {
        var place = await kept.OfAsync(solution, cancellation);
        return await db.StepPlans.AsNoTracking().Where(each => each.Solution == place)
            .OrderByDescending(each => each.Number)
            .Select(each => new Row(
                each,
                db.Rollouts.Where(rollout => all.Contains(rollout.Solution) && own.Contains(rollout.Organisation) && rollout.Stopped == null)
                    .OrderByDescending(rollout => rollout.Started).ThenByDescending(rollout => rollout.Attempt)
                    .Select(rollout => (Guid?)rollout.Id).FirstOrDefault(),
                db.Lessons.FirstOrDefault(lessons => lessons.Solution == each.Solution)))
            .FirstOrDefaultAsync(cancellation);
    }

    private sealed record Row(StepPlan Plan, Guid? Rollout, PlanLessons? Lessons);
}

/// <summary>The plan of a solution as its page shows it.</summary>
/// <param name="Solution">The solution.</param>
/// <param name="Plan">Its plan.</param>
/// <param name="Rollout">The roll-out of the reader's own organisation.</param>
internal sealed record PlanInShort(SolutionCard Solution, ShortPlan Plan, Guid? Rollout)
{
    /// <summary>Whether somebody can still begin with it.</summary>
    public bool CanStart => Rollout is null && Solution.Status is not (SolutionStatus.Archived or SolutionStatus.Tip);

    /// <summary>Where one begins.</summary>
    public string StartPath => $"~/oplossingen/{Solution.Slug}/stappenplan/aansluiten";

    /// <summary>Whether this reader can begin; a visitor signs in on the way.</summary>
    public bool MayStart(CurrentPerson? reader) => CanStart && (reader is null || reader.Is(MembershipRole.Contributor));
}
