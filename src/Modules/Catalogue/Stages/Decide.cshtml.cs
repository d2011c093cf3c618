using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Design;
using Parelmuur.Kernel.Rules;
using Parelmuur.Kernel.Text;
using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.Stages;

/// <summary>An editor writes down what a body decided about the stage of a solution: first a look at it, then for good.</summary>
internal sealed class DecideModel(
    CatalogueDb db, DecideStage decide, StageChecklist checklist, IOrganisations organisations, Words words)
    : StewardshipPage(db)
{
    private const string KeepStep = "leg-vast", ChangeStep = "wijzig";

    [BindProperty]
    public DecideForm Form { get; set; } = new();

    /// <summary>Which button was pressed; without one the decision is shown first.</summary>
    [BindProperty(Name = "stap")]
    public string? Step { get; set; }

    /// <summary>The decision as it will stand; null while it is filled in.</summary>
    public StageDecision? Preview { get; private set; }

    /// <summary>What the next stage asks for.</summary>
    public IReadOnlyList<CheckLine> Checklist { get; private set; } = [];

    /// <summary>The question that waits for an answer, if any.</summary>
    public StageRequest? Asked { get; private set; }

    /// <summary>The day on which it was asked.</summary>
    public DateOnly AskedOn => organisations.DayOf(Asked!.Asked);

    /// <summary>What can have been decided.</summary>
    public IReadOnlyList<Choice> Outcomes =>
    [
        .. Solution.NextStage is { } next
            ? [new Choice(DecideForm.Up, words["Ja: naar de fase {0}", words[next.Text()]]), new(DecideForm.Refuse, words["Nee: nog niet naar de fase {0}", words[next.Text()]])]
            : Array.Empty<Choice>(),
        .. Enum.GetValues<Stage>().Where(stage => stage < Solution.Stage).Reverse()
            .Select(stage => new Choice(stage.ToString(), words["Terug naar de fase {0}", words[stage.Text()]])),
    ];

    /// <summary>An agreement as a sentence.</summary>
    public string Say(Maintenance agreed) => checklist.Say(agreed);

    public void OnGet() => Form.Date = organisations.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Step == ChangeStep)
            return Page();
        var decision = Decision();
        if (Step != KeepStep)
        {
            Preview = decision;
            return Page();
        }

        await decide.RunAsync(Solution, decision, Me, cancellation);
        Tell(words["Het besluit staat erop."], PathOf($"/fase/{decision.Id}/ongedaan"));
        return Redirect(PathOf());
    }

    protected override IQueryable<Solution> Mine(IQueryable<Solution> solutions) =>
        solutions.Where(solution => solution.Status == SolutionStatus.Published || solution.Status == SolutionStatus.Unconfirmed);

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        Asked = await decide.WaitingAsync(Solution.Id, cancellation);
        if (HttpMethods.IsGet(Request.Method) && Asked is { } waiting && waiting.To == Solution.NextStage)
            Form.Take(waiting.Evidence);
        Checklist = ChecklistOf(Form.SoFar());
    }

    private IReadOnlyList<CheckLine> ChecklistOf(StageEvidence given) =>
        Solution.NextStage is { } next ? checklist.Of(next, checklist.FactsOf(Solution), given) : [];

    private StageDecision Decision()
    {
        var evidence = Form.Read();
        var to = Form.Outcome is DecideForm.Up or DecideForm.Refuse ? Solution.NextStage
            : Enum.TryParse<Stage>(Form.Outcome, out var stage) && stage < Solution.Stage ? stage : null;
        var up = Form.Outcome == DecideForm.Up;
        if (to is not { } target)
            throw new RuleViolation(nameof(DecideForm.Outcome), "Kies wat er is besloten.");
        var decision = Form.To(Solution, target, evidence, organisations.Today);
        if (up && ChecklistOf(evidence).Any(line => !line.Met) && !Form.Despite)
            throw new RuleViolation(nameof(DecideForm.Despite), "Er ontbreekt nog iets. Vink aan dat dit toch is besloten, of vul het aan.");
        return decision;
    }
}
