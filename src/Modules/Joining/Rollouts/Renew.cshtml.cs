using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Design;
using Parelmuur.Joining.Plans;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Rollouts;

/// <summary>Take over a newer version of the step plan, step by step: each change is looked at and wanted or not.</summary>
internal sealed class RenewModel(JoiningDb db, ChangeRollout change, IOrganisations organisations, Words words) : RolloutPage(db)
{
    [BindProperty]
    public RenewForm Form { get; set; } = new();

    /// <summary>The newest version of the plan.</summary>
    public StepPlan Newest { get; private set; } = null!;

    /// <summary>What it says differently from the version that they took over.</summary>
    public PlanDifference Difference { get; private set; } = new([]);

    /// <summary>The steps that differ, to choose from.</summary>
    public IReadOnlyList<Choice> Steps => [.. Difference.Steps.Select(each => new Choice(each.Step.Id.ToString(), each.Step.Title, Lang: Words.IsEnglish ? "nl" : null))];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        Form = new() { Seen = Newest.Number, Wanted = [.. Difference.Steps.Select(each => each.Step.Id)] };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        if (Form.Seen != Newest.Number)
        {
            Form.Seen = Newest.Number;
            ModelState.Remove("Form.Seen");
            throw new RuleViolation("", "Er kwam net nog een nieuwere versie. Kijk nog eens wat er anders is.");
        }

        var wanted = Difference.Steps.Select(each => each.Step.Id).Where(Form.Wanted.Contains).ToHashSet();
        await change.SaveAsync(Rollout.Id, rollout =>
        {
            rollout.Renew(Newest, wanted, organisations.Today);
            Db.Record(new RolloutRenewed(rollout.Id, Newest.Number, [.. wanted]), Me.Actor);
            if (rollout.Finished is not null)
                Db.Record(new RolloutFinished(rollout.Id), Me.Actor);
        }, cancellation);
        Tell(words.Count(wanted.Count, "1 wijziging van het nieuwe plan staat nu in jullie plan.", "{0} wijzigingen van het nieuwe plan staan nu in jullie plan."));
        return Redirect(PathOf());
    }

    protected override Task PrepareAsync(CancellationToken cancellation) => Newest is null ? ReadAsync(cancellation) : Task.CompletedTask;

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var plans = await Db.StepPlans.AsNoTracking()
            .Where(plan => plan.Solution == Rollout.Solution && plan.Number >= Rollout.Version).OrderBy(plan => plan.Number).ToListAsync(cancellation);
        (Newest, Difference) = (plans[^1], PlanDifference.Of(plans[0], plans[^1]));
    }
}

/// <summary>Which changes they want.</summary>
internal sealed class RenewForm
{
    /// <summary>The version that they looked at.</summary>
    public int Seen { get; set; }

    public List<Guid> Wanted { get; set; } = [];
}
