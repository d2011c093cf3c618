using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Rollouts;

/// <summary>Adds to the personal page which steps this person still has to do.</summary>
internal sealed class MyNextSteps(JoiningDb db, ICatalogue catalogue, IOrganisations organisations) : IPersonalSection
{
    private const int Shown = 10;

    public int Order => 20;

    public async Task<PersonalSection?> ForAsync(CurrentPerson person, CancellationToken cancellation)
    {
        var (own, me) = (person.Lineage, (PersonId?)person.Id);
        var rows = await db.Rollouts.AsNoTracking()
            .Where(rollout => own.Contains(rollout.Organisation) && rollout.Finished == null && rollout.Stopped == null)
            .SelectMany(
                rollout => rollout.Steps.Where(step => step.Assigned == me && (step.State == StepState.Todo || step.State == StepState.Doing)),
                (rollout, step) => new { rollout.Id, rollout.Solution, step.Planned, step.Number, step.Due })
            .OrderBy(each => each.Due == null).ThenBy(each => each.Due).ThenBy(each => each.Number)
            .Take(Shown).ToListAsync(cancellation);
        if (rows.Count == 0)
            return null;
        var cards = await catalogue.CardsAsync([.. rows.Select(each => each.Solution).Distinct()], cancellation);
        return new("/Rollouts/_MySteps.cshtml", new StepsOfPerson(organisations.Today, [.. rows
            .Where(each => cards.ContainsKey(each.Solution))
            .Select(each => new StepOfPerson(each.Id, each.Number, each.Planned.Title, cards[each.Solution].Title, each.Due))]));
    }
}

/// <summary>What a person has to do.</summary>
internal sealed record StepsOfPerson(DateOnly Today, IReadOnlyList<StepOfPerson> Steps);

/// <summary>One step that a person has to do.</summary>
internal sealed record StepOfPerson(Guid Rollout, int Number, string Title, string Solution, DateOnly? Due);
