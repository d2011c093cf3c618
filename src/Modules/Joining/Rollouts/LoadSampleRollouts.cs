using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Accounts;
using Parelmuur.Adoption;
using Parelmuur.Catalogue;
using Parelmuur.Joining.Lessons;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Rollouts;

/// <summary>Puts the fictional roll-outs in a site that has none yet, once. Their days move along with today.</summary>
internal sealed class LoadSampleRollouts(
    JoiningDb db, ICatalogue catalogue, IAccounts accounts, IOrganisations organisations, IAdoption adoption, Learn learn)
{
    private static readonly Actor Actor = new("voorbeelden");

    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Loads <c>rollouts.json</c>, after the step plans. A roll-out of a plan that is not on the site is left out.</summary>
    public async Task RunAsync(DirectoryInfo? folder, CancellationToken cancellation)
    {
        if (folder is null || await db.Rollouts.AnyAsync(cancellation))
            return;
        await using var file = File.OpenRead(Path.Combine(folder.FullName, "rollouts.json"));
        List<Rollout> added = [];
        foreach (var sample in await JsonSerializer.DeserializeAsync<List<SampleRollout>>(file, Json, cancellation) ?? [])
        {
            if (await catalogue.FindBySlugAsync(sample.Solution, cancellation) is { IsSample: true } solution
                && await AddAsync(sample, solution.Id, cancellation) is { } rollout)
                added.Add(rollout);
        }

        await db.SaveChangesAsync(cancellation);
        await PlanAsync(added.Where(rollout => rollout.IsRunning), cancellation);
        await learn.RunAsync(cancellation);
    }

    // Who is busy with the steps means to use it, as when a person begins.
    private async Task PlanAsync(IEnumerable<Rollout> running, CancellationToken cancellation)
    {
        List<SampleUse> planned = [];
        foreach (var rollout in running)
        {
            if (await adoption.OwnUseAsync(rollout.Organisation, rollout.Solution, cancellation) is null)
                planned.Add(new(rollout.Solution, rollout.Organisation, UseState.Planned, Since: null, ConfirmedOn: null));
        }

        await adoption.RegisterSamplesAsync(planned, Actor, cancellation);
    }

    private async Task<Rollout?> AddAsync(SampleRollout sample, SolutionId solution, CancellationToken cancellation)
    {
        var plan = await db.StepPlans.AsNoTracking().SingleOrDefaultAsync(each => each.Solution == solution && each.Number == 1, cancellation);
        if (plan is null || organisations.FindBySlug(sample.Municipality) is not { } municipality)
            return null;
        var colleagues = await accounts.MembersAsync(municipality.Id, MembershipRole.Contributor, cancellation);
        var rollout = Rollout.Start(plan, municipality.Id, attempt: 1, person: null, Day(sample.Started)!.Value);
        foreach (var (step, facts) in rollout.Steps.Zip(sample.Steps))
        {
            if (facts.State != StepState.Todo || facts.Due is not null)
                rollout.Change(step, Facts(facts, colleagues.FirstOrDefault(each => each.Name == facts.Who)?.Id), Day(facts.Ended) ?? organisations.Today);
        }

        db.Rollouts.Add(rollout);
        db.Record(new RolloutStarted(rollout.Id, solution, municipality.Id, plan.Number), Actor);
        return rollout;
    }

    private StepFacts Facts(SampleStep step, PersonId? person) => new(
        step.State, person, step.Due is { } days ? organisations.Today.AddDays(days) : null, step.Hours, Day(step.Began), Day(step.Ended),
        step.Obstacle, step.ObstacleText, step.Helped, step.Reason);

    private DateOnly? Day(int? ago) => ago is { } days ? organisations.Today.AddDays(-days) : null;

    /// <summary>One roll-out in the file; days count back from today.</summary>
    private sealed record SampleRollout(string Solution, string Municipality, int Started, IReadOnlyList<SampleStep> Steps);

    /// <summary>One step in the file. Days count back from today, and those of <see cref="Due"/> forward.</summary>
    private sealed record SampleStep(
        StepState State, string? Who = null, int? Due = null, int? Hours = null, int? Began = null, int? Ended = null,
        Obstacle? Obstacle = null, string ObstacleText = "", string Helped = "", string Reason = "");
}
