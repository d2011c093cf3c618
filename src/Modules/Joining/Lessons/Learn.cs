using Microsoft.EntityFrameworkCore;
using Parelmuur.Joining.Rollouts;
using Parelmuur.Kernel.Jobs;
using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Joining.Lessons;

/// <summary>Every day: what organisations wrote down while they carried out a step plan becomes a lesson for the next, in groups of five.</summary>
internal sealed class Learn(JoiningDb db, IOrganisations organisations) : IDailyJob
{
    private static readonly Actor Actor = new("dagelijkse controle");

    /// <inheritdoc/>
    public string Name => "learn from roll-outs";

    /// <inheritdoc/>
    public string Does => "Leren van stappenplannen";

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var solutions = await db.Rollouts.Where(rollout => rollout.Finished != null)
            .GroupBy(rollout => rollout.Solution).Where(same => same.Count() >= Groups.Size)
            .Select(same => same.Key).ToListAsync(cancellation);
        foreach (var solution in solutions)
        {
            await LearnAsync(solution, cancellation);
            db.ChangeTracker.Clear();
        }
    }

    private async Task LearnAsync(SolutionId solution, CancellationToken cancellation)
    {
        var finished = await db.Rollouts.AsNoTracking().Include(each => each.Steps)
            .Where(each => each.Solution == solution && each.Finished != null)
            .OrderBy(each => each.Finished).ThenBy(each => each.Organisation).ToListAsync(cancellation);
        var values = await db.LearnedValues.AsNoTracking().Where(each => each.Solution == solution).ToListAsync(cancellation);
        // An organisation counts once: with the first time that it finished.
        var told = finished.DistinctBy(each => each.Organisation).SelectMany(Told)
            .GroupBy(each => (each.Step, each.Figure))
            .SelectMany(same => Grouped([.. same], [.. values.Where(each => each.Step == same.Key.Step && each.Figure == same.Key.Figure)]))
            .ToList();
        if (told.Count == 0)
            return;
        db.LearnedValues.AddRange(told);
        var lessons = await db.Lessons.FindAsync([solution], cancellation)
            ?? db.Lessons.Add(new PlanLessons { Solution = solution }).Entity;
        lessons.Lessons = PlanLessons.From([.. values, .. told]);
        db.Record(new LessonsLearned(solution, lessons.Whole?.Days?.Count ?? 0), Actor);
        await db.SaveChangesAsync(cancellation);
    }

    private static IEnumerable<LearnedValue> Grouped(IReadOnlyList<Telling> tellings, IReadOnlyList<LearnedValue> known)
    {
        var grouped = known.Select(each => each.Organisation).ToHashSet();
        var number = known.Select(each => each.Group).DefaultIfEmpty().Max();
        foreach (var (size, members) in Groups.Form(
            known.Count == 0, [.. tellings.Where(each => !grouped.Contains(each.Organisation))], each => each.Class))
        {
            number++;
            foreach (var each in members)
            {
                yield return new()
                {
                    Solution = each.Solution,
                    Step = each.Step,
                    Figure = each.Figure,
                    Organisation = each.Organisation,
                    Class = size,
                    Group = number,
                    Value = each.Value,
                    Obstacle = each.Obstacle,
                    Helped = each.Helped,
                };
            }
        }
    }

    private IEnumerable<Telling> Told(Rollout rollout)
    {
        var size = organisations.FindMunicipality(rollout.Organisation)?.SizeClass;
        var done = rollout.Steps.Where(step => step.State == StepState.Done).ToList();
        foreach (var step in done)
        {
            var about = new Telling(rollout.Solution, step.Step, Figure.Obstacle, rollout.Organisation, size, 0, step.Obstacle, step.Helped);
            yield return about;
            if (step.Hours is { } hours)
                yield return about with { Figure = Figure.Hours, Value = hours };
            if (step.Began is { } began && step.Ended is { } ended)
                yield return about with { Figure = Figure.Days, Value = DaysFrom(began, ended) };
        }

        var whole = new Telling(
            rollout.Solution, Guid.Empty, Figure.Days, rollout.Organisation, size, DaysFrom(rollout.Started, rollout.Finished!.Value), null, "");
        yield return whole;
        if (done.TrueForAll(step => step.Hours is not null))
            yield return whole with { Figure = Figure.Hours, Value = done.Sum(step => step.Hours!.Value) };
    }

    private static int DaysFrom(DateOnly began, DateOnly ended) => Math.Max(ended.DayNumber - began.DayNumber, 0) + 1;

    /// <summary>What one organisation tells about a step.</summary>
    private sealed record Telling(
        SolutionId Solution, Guid Step, Figure Figure, OrganisationId Organisation, SizeClass? Class, int Value, Obstacle? Obstacle, string Helped);
}
