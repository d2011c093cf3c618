using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Parelmuur.Joining.Plans;

/// <summary>A step plan as a form holds it.</summary>
internal sealed class PlanForm
{
    /// <summary>The version on which the writer began; 0 when there was none.</summary>
    public int Version { get; set; }

    public List<StepLine> Steps { get; set; } = [];

    /// <summary>What is different now.</summary>
    public string? Note { get; set; }

    /// <summary>Steps from a spreadsheet.</summary>
    public string? Pasted { get; set; }

    /// <summary>The same, as a file.</summary>
    public IFormFile? File { get; set; }

    /// <summary>Of the steps that two people changed at once: "theirs" or "own".</summary>
    public Dictionary<string, string> Choice { get; set; } = [];

    /// <summary>The steps that stay, in their order.</summary>
    public IReadOnlyList<StepLine> Kept => [.. Steps.Where(line => !line.Removed)];

    /// <summary>The form as it shows a plan.</summary>
    public static PlanForm Of(IReadOnlyList<PlanStep> steps, int version)
    {
        var form = new PlanForm { Version = version };
        form.Show(steps);
        return form;
    }

    /// <summary>Shows these steps, before those that were taken away.</summary>
    public void Show(IReadOnlyList<PlanStep> steps)
    {
        var places = steps.Select((step, at) => (step.Id, Place: at + 1)).ToDictionary(each => each.Id, each => each.Place);
        Steps = [.. steps.Select(step => StepLine.Of(step, places)), .. Steps.Where(line => line.Removed && !places.ContainsKey(line.Id))];
    }

    /// <summary>Carries out one change of the list: "erbij", or "op", "neer", "weg" and "terug" with the place of a line.</summary>
    public void Arrange(string act)
    {
        var at = act.Split('-') is [_, var number] && StepLine.Number(number) is { } place && place < Steps.Count ? place : -1;
        var before = Kept.Select(line => line.Id).ToList();
        if (act == "erbij" && before.Count < StepPlan.MostSteps)
            Steps.Insert(before.Count, new StepLine { Id = Guid.CreateVersion7() });
        else if (at >= 0)
            Move(Steps[at], act.Split('-')[0]);
        Steps = [.. Steps.OrderBy(line => line.Removed)];
        Renumber(before);
    }

    private void Move(StepLine line, string verb)
    {
        var place = Steps.IndexOf(line);
        var other = verb switch { "op" => place - 1, "neer" => place + 1, _ => -1 };
        if (verb is "weg" or "terug")
            line.Removed = verb == "weg";
        else if (other >= 0 && other < Steps.Count && !Steps[other].Removed)
            (Steps[place], Steps[other]) = (Steps[other], Steps[place]);
    }

    // "After step 2" means the step that was 2 when it was typed, wherever it stands now.
    private void Renumber(List<Guid> before)
    {
        var now = Kept.Select((line, at) => (line.Id, Place: at + 1)).GroupBy(each => each.Id).ToDictionary(group => group.Key, group => group.First().Place);
        var gone = Steps.Where(line => line.Removed).Select(line => line.Id).ToHashSet();
        foreach (var line in Steps)
        {
            var waits = StepLine.Split(line.After).Select(Typed)
                .Concat(StepLine.Split(line.AfterRemoved).Select(id => (Text: "", Step: (Guid?)(Guid.TryParse(id, out var step) ? step : Guid.Empty))))
                .Distinct().ToList();
            line.After = string.Join(", ", waits.Select(Now).Where(part => part.Length > 0));
            line.AfterRemoved = string.Join(",", waits.Select(part => part.Step).OfType<Guid>().Where(gone.Contains));
        }

        (string Text, Guid? Step) Typed(string part) =>
            StepLine.Number(part) is { } number and >= 1 && number <= before.Count ? ("", before[number - 1]) : (part, null);

        // What was taken away is waited for no more, until it is put back.
        string Now((string Text, Guid? Step) part) => part.Step is not { } step ? part.Text
            : now.TryGetValue(step, out var place) ? place.ToString(CultureInfo.InvariantCulture) : "";
    }
}

/// <summary>One step in the form; everything as it was typed.</summary>
internal sealed class StepLine
{
    public Guid Id { get; set; }

    public string? Title { get; set; }

    public string? What { get; set; }

    public string? Role { get; set; }

    public string? Days { get; set; }

    public string? Evidence { get; set; }

    /// <summary>The numbers of the steps that come first: "1, 3".</summary>
    public string? After { get; set; }

    /// <summary>The ids of the steps that come first and that were taken away: what is waited for again when they are put back.</summary>
    public string? AfterRemoved { get; set; }

    /// <summary>Whether it was taken away; it can be put back until the plan is saved.</summary>
    public bool Removed { get; set; }

    /// <summary>Whether nothing was typed.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(string.Concat(Title, What, Role, Days, Evidence, After));

    /// <summary>The line as it shows a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="places">The numbers of all steps.</param>
    public static StepLine Of(PlanStep step, IReadOnlyDictionary<Guid, int> places) => new()
    {
        Id = step.Id,
        Title = step.Title,
        What = step.What,
        Role = step.Role,
        Days = step.Days?.ToString(CultureInfo.InvariantCulture),
        Evidence = step.Evidence,
        After = string.Join(", ", step.First.Where(places.ContainsKey).Select(id => places[id]).Order()),
    };

    /// <summary>The parts of a list of numbers.</summary>
    public static IEnumerable<string> Split(string? typed) =>
        (typed ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A whole number, or null.</summary>
    public static int? Number(string? typed) =>
        int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
