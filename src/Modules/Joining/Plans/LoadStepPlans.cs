using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue;
using Parelmuur.Kernel.People;

namespace Parelmuur.Joining.Plans;

/// <summary>Puts the step plans of the fictional samples in, once.</summary>
internal sealed class LoadStepPlans(JoiningDb db, ICatalogue catalogue, TimeProvider time)
{
    private static readonly Actor Actor = new("voorbeelden");

    /// <summary>Loads <c>step-plans.json</c> when there is a folder and no plan yet. Plans of solutions that are not on the site are left out.</summary>
    public async Task RunAsync(DirectoryInfo? folder, CancellationToken cancellation)
    {
        if (folder is null || await db.StepPlans.AnyAsync(cancellation))
            return;
        await using var file = File.OpenRead(Path.Combine(folder.FullName, "step-plans.json"));
        foreach (var sample in await JsonSerializer.DeserializeAsync<List<SamplePlan>>(file, JsonSerializerOptions.Web, cancellation) ?? [])
        {
            if (await catalogue.FindBySlugAsync(sample.Solution, cancellation) is not { IsSample: true } solution)
                continue;
            db.StepPlans.Add(StepPlan.Write(solution.Id, 1, sample.PlanSteps(), "", null, time.GetUtcNow()));
            db.Record(new StepPlanWritten(solution.Id, 1, sample.Steps.Count), Actor);
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>One plan in the file.</summary>
    private sealed record SamplePlan(string Solution, IReadOnlyList<SampleStep> Steps)
    {
        public IReadOnlyList<PlanStep> PlanSteps()
        {
            var ids = Steps.Select(_ => Guid.CreateVersion7()).ToList();
            return [.. Steps.Select((step, at) => new PlanStep(
                ids[at], step.Title, step.What, step.Role, step.Days, step.Evidence, [.. (step.After ?? []).Select(number => ids[number - 1])]))];
        }
    }

    /// <summary>One step in the file; the numbers after which it comes count from 1.</summary>
    private sealed record SampleStep(string Title, string What = "", string Role = "", int? Days = null, string Evidence = "", IReadOnlyList<int>? After = null);
}
