using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Catalogue;
using Parelmuur.Design;
using Parelmuur.Joining.Lessons;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Plans;

/// <summary>The step plan of a solution for everyone: a version, all versions, and how two of them differ.</summary>
internal sealed class PlanModel(
    JoiningDb db, KeptPlan kept, ICatalogue catalogue, IOrganisations organisations, AskTogether together) : PageModel
{
    public SolutionCard Solution { get; private set; } = null!;

    /// <summary>All versions, the latest first.</summary>
    public IReadOnlyList<StepPlan> Versions { get; private set; } = [];

    /// <summary>The version to show; null when the solution has no plan yet.</summary>
    public StepPlan? Plan { get; private set; }

    /// <summary>The version with which it is compared.</summary>
    public StepPlan? Other { get; private set; }

    public PlanDifference? Difference { get; private set; }

    /// <summary>What organisations learned from it; null below five that finished.</summary>
    public PlanLessons? Lessons { get; private set; }

    /// <summary>Whether a solution that was taken up in this one brought the plan.</summary>
    public bool IsTakenUp { get; private set; }

    public bool MayEdit { get; private set; }

    /// <summary>Whether an organisation can begin with it.</summary>
    public bool CanStart => Plan is not null && Solution.Status is not (SolutionStatus.Archived or SolutionStatus.Tip);

    /// <summary>The day on which a version was written.</summary>
    public string DayOf(StepPlan plan) => Words.Day(organisations.DayOf(plan.Written));

    /// <summary>The versions to choose from.</summary>
    public IEnumerable<Choice> Numbers => Versions.Select(plan => plan.Number.ToString(CultureInfo.InvariantCulture)).Select(number => new Choice(number, number));

    /// <summary>Whether it is the version that counts.</summary>
    public bool IsLatest => Versions.Count == 0 || Plan == Versions[0];

    public async Task<IActionResult> OnGetAsync(
        string slug, [FromQuery(Name = "versie")] string? version, [FromQuery(Name = "met")] string? compared, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, cancellation))
            return NotFound();
        var place = await kept.OfAsync(Solution.Id, cancellation);
        IsTakenUp = place != Solution.Id;
        await together.AllAsync(
        [
            async _ => Versions = await db.StepPlans.AsNoTracking().Where(plan => plan.Solution == place)
                .OrderByDescending(plan => plan.Number).ToListAsync(cancellation),
            async services => Lessons = await services.GetRequiredService<JoiningDb>().Lessons.AsNoTracking()
                .SingleOrDefaultAsync(each => each.Solution == place, cancellation),
        ], cancellation);
        Plan = Numbered(version) ?? (Versions.Count > 0 ? Versions[0] : null);
        Other = Numbered(compared);
        if (Plan is not null && Other is not null && Other.Number != Plan.Number)
            Difference = PlanDifference.Of(Other.Number < Plan.Number ? Other : Plan, Other.Number < Plan.Number ? Plan : Other);
        return Page();
    }

    private StepPlan? Numbered(string? number) => StepLine.Number(number) is { } wanted ? Versions.FirstOrDefault(plan => plan.Number == wanted) : null;

    private async Task<bool> FindAsync(string slug, CancellationToken cancellation)
    {
        SolutionCard? found = null;
        List<Func<IServiceProvider, Task>> questions = [async _ => found = await catalogue.FindBySlugAsync(slug, cancellation)];
        if (CurrentPerson.Of(User) is { } person)
            questions.Add(async _ => MayEdit = await catalogue.FindEditableAsync(slug, person, cancellation) is not null);
        await together.AllAsync(questions, cancellation);
        if (found is not null)
            Solution = found;
        return found is not null;
    }
}
