namespace Parelmuur.Joining.Plans;

/// <summary>Reads the steps of a form, and says of every field what is wrong with it.</summary>
/// <remarks>Lines in which nothing was typed are left out.</remarks>
internal static class ReadPlanForm
{
    /// <summary>The steps as they can be saved; only to be used when nothing was wrong.</summary>
    /// <param name="form">What was typed.</param>
    /// <param name="wrong">Gets the name of a field and what to do about it.</param>
    public static IReadOnlyList<PlanStep> Steps(PlanForm form, Action<string, string> wrong)
    {
        Name(form.Steps);
        var kept = form.Kept;
        var steps = new List<PlanStep>();
        foreach (var (place, line) in form.Steps.Index())
        {
            if (!line.Removed && !line.IsEmpty)
                steps.Add(Step(line, kept, (field, message) => wrong($"Form.Steps[{place}].{field}", message)));
        }

        return steps;
    }

    /// <summary>A text as it is kept: line ends are one sign, and signs that nobody can see are left out.</summary>
    public static string Clean(string? typed) => typed is null ? "" : string.Concat(
        typed.ReplaceLineEndings("\n").Where(sign => sign is '\n' or '\t' || !char.IsControl(sign))).Trim();

    /// <summary>The same on one line.</summary>
    public static string OneLine(string? typed) => Clean(typed).Replace('\n', ' ').Replace('\t', ' ');

    // Whatever a form sends, each step has an id of its own.
    private static void Name(List<StepLine> lines)
    {
        var seen = new HashSet<Guid> { Guid.Empty };
        foreach (var line in lines.Where(line => !seen.Add(line.Id)))
            line.Id = Guid.CreateVersion7();
    }

    private static PlanStep Step(StepLine line, IReadOnlyList<StepLine> kept, Action<string, string> wrong)
    {
        var step = new PlanStep(
            line.Id, OneLine(line.Title), Clean(line.What), OneLine(line.Role), StepLine.Number(line.Days), OneLine(line.Evidence), After(line, kept, wrong));
        if (step.Title.Length is 0 or > PlanStep.TitleLength)
            wrong(nameof(StepLine.Title), "Noem de stap in hoogstens 80 tekens.");
        if (step.What.Length > PlanStep.WhatLength)
            wrong(nameof(StepLine.What), "Maak deze tekst korter: hoogstens 2.000 tekens.");
        if (step.Role.Length > PlanStep.RoleLength)
            wrong(nameof(StepLine.Role), "Maak de rol korter: hoogstens 80 tekens.");
        if (step.Evidence.Length > PlanStep.EvidenceLength)
            wrong(nameof(StepLine.Evidence), "Maak deze tekst korter: hoogstens 300 tekens.");
        if (!string.IsNullOrWhiteSpace(line.Days) && step.Days is not (>= 1 and <= PlanStep.MostDays))
            wrong(nameof(StepLine.Days), "Schrijf een heel aantal werkdagen van 1 tot en met 730.");
        return step;
    }

    // Only on steps that stand before it, so that no two steps wait for each other.
    private static List<Guid> After(StepLine line, IReadOnlyList<StepLine> kept, Action<string, string> wrong)
    {
        var (after, own) = (new List<Guid>(), kept.TakeWhile(each => each != line).Count());
        foreach (var part in StepLine.Split(line.After))
        {
            if (StepLine.Number(part) is { } number && number >= 1 && number <= own && !kept[number - 1].IsEmpty)
                after.Add(kept[number - 1].Id);
            else
                wrong(nameof(StepLine.After), "Noem nummers van stappen die hiervóór staan, zoals 1, 2.");
        }

        return [.. after.Distinct()];
    }
}
