using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Joining.Lessons;
using Parelmuur.Kernel.Data;
using Parelmuur.Kernel.People;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Rollouts;

/// <summary>One roll-out: every step, who does it, and how far it is. To read, to print and to go on from.</summary>
internal sealed class OpenModel(JoiningDb db, IOrganisations organisations, AskTogether together) : RolloutPage(db)
{
    public SolutionCard? Solution { get; private set; }

    /// <summary>The names of the colleagues who do a step.</summary>
    public IReadOnlyDictionary<PersonId, PersonSummary> People { get; private set; } = new Dictionary<PersonId, PersonSummary>();

    /// <summary>Whether the organisation said already that it uses the solution.</summary>
    public bool InUse { get; private set; }

    /// <summary>The number of the newest version of the plan.</summary>
    public int Newest { get; private set; }

    /// <summary>What others learned; null below five that finished.</summary>
    public PlanLessons? Lessons { get; private set; }

    /// <summary>Whether the steps stand in columns.</summary>
    public bool AsBoard { get; private set; }

    public DateOnly Today => organisations.Today;

    /// <summary>The columns of the board; what was skipped stands with what is done.</summary>
    public static IReadOnlyList<StepState> Columns { get; } = [StepState.Todo, StepState.Doing, StepState.Done];

    /// <summary>What the organisation is called.</summary>
    public string Organisation => organisations.Find(Rollout.Organisation)?.Name ?? "";

    public RolloutLine Line => new(Rollout);

    public void OnGet([FromQuery(Name = "als")] string? shape) => AsBoard = shape == "bord";

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        var people = Rollout.Steps.Select(step => step.Assigned).OfType<PersonId>().Distinct().ToList();
        IReadOnlyList<OwnUse> uses = [];
        await together.AllAsync(
        [
            async services => Solution = (await services.GetRequiredService<ICatalogue>().CardsAsync([Rollout.Solution], cancellation))
                .GetValueOrDefault(Rollout.Solution),
            async services => People = people.Count == 0
                ? People : await services.GetRequiredService<IAccounts>().PeopleAsync(people, cancellation),
            async services => Newest = await services.GetRequiredService<JoiningDb>().StepPlans
                .Where(plan => plan.Solution == Rollout.Solution).MaxAsync(plan => plan.Number, cancellation),
            async services => Lessons = await services.GetRequiredService<JoiningDb>().Lessons.AsNoTracking()
                .SingleOrDefaultAsync(each => each.Solution == Rollout.Solution, cancellation),
            async services => uses = Rollout.Finished is null
                ? uses : await services.GetRequiredService<IAdoption>().OwnUsesAsync(Me.Organisation!.Value, cancellation),
        ], cancellation);
        // Since the plan was begun, the solution may have been taken up in another; uses stand where they count.
        InUse = uses.Any(use => use.Solution == (Solution?.Id ?? Rollout.Solution) && use is { State: UseState.Active, RejectedOn: null });
    }
}
