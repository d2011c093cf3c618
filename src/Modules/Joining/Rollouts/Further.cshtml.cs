using Microsoft.AspNetCore.Mvc;
using Parelmuur.Adoption;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Rollouts;

/// <summary>What happens to a roll-out as a whole: they use the solution now, stop, or go on after all.</summary>
internal sealed class FurtherModel(
    JoiningDb db, IAdoption adoption, IOrganisations organisations, ChangeRollout change, Words words) : RolloutPage(db)
{
    public async Task<IActionResult> OnPostUseAsync(CancellationToken cancellation)
    {
        if (Rollout.Finished is null)
            throw new RuleViolation("", "Doe eerst de laatste stap.");
        var outcome = await adoption.DecideAsync(
            Me.Organisation!.Value, [new(Rollout.Solution, UseAnswer.Use, organisations.Today)], Guid.CreateVersion7(),
            Me.Is(MembershipRole.Coordinator), organisations.Today, Me.Actor, cancellation);
        if (outcome[0].Trouble is { } trouble)
            throw new RuleViolation("", trouble);
        Tell(words["Bij de oplossing staat nu dat jullie het gebruiken."]);
        return Redirect(PathOf());
    }

    public Task<IActionResult> OnPostStopAsync(CancellationToken cancellation) => SaveAsync(
        rollout => rollout.Stop(organisations.Today), new RolloutStopped(Rollout.Id),
        words["Jullie zijn gestopt met dit stappenplan."], PathOf("/verder?handler=Resume"), cancellation);

    public Task<IActionResult> OnPostResumeAsync(CancellationToken cancellation) => SaveAsync(
        rollout => rollout.Resume(), new RolloutResumed(Rollout.Id),
        words["Jullie gaan weer verder met dit stappenplan."], null, cancellation);

    private async Task<IActionResult> SaveAsync(
        Action<Rollout> act, RolloutEvent happened, string saved, string? undo, CancellationToken cancellation)
    {
        await change.SaveAsync(Rollout.Id, rollout =>
        {
            act(rollout);
            Db.Record(happened, Me.Actor);
        }, cancellation);
        Tell(saved, undo);
        return Redirect(PathOf());
    }
}
